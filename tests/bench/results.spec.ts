import { CONTENDERS } from "./contenders.ts";
import { SETTINGS, type Round, type Rounds } from "./measure.ts";
import { summarise } from "./results.ts";

const [setting] = SETTINGS;
const cpu = { gateway: 100, registry: 30, fccq: 10, eer: 10, ccmm: 10, regional: 10, postgres: 30 };

/** A round in which `latencies` were measured within a second, with `gateway` milliseconds of CPU. */
const round = (latencies: number[], gateway = 100): Round => ({
  elapsed: 1_000,
  latencies,
  wrong: 0,
  cpu: { ...cpu, gateway },
  elsewhere: 200,
});

function roundsOf(ours: Round[], theirs: Round[]): Rounds {
  return Object.fromEntries(CONTENDERS.map((name) => [name, name === "continuum" ? ours : theirs])) as Rounds;
}

describe("What is published of the rounds", () => {
  if (!setting) throw new Error("there is no setting");
  const ours = [round([1, 2, 3, 4]), round([1, 2, 3, 10])];
  const theirs = [round([8, 8], 300), round([16, 16], 300)];
  const { contenders, ratios } = summarise(setting, roundsOf(ours, theirs));

  it("is CPU time per request, of each process and of all", () => {
    expect(contenders.continuum.cpu).toMatchObject({ gateway: 25, registry: 7.5, all: 50 });
    expect(contenders.stock.cpu).toMatchObject({ gateway: 150, registry: 15, all: 200 });
  });

  it("is latency over all rounds, and throughput as the median of the rounds", () => {
    expect(contenders.continuum).toMatchObject({ requests: 8, p50: 2, p99: 10, requestsPerSecond: 4 });
    expect(contenders.hive).toMatchObject({ p50: 8, p99: 16, requestsPerSecond: 2 });
  });

  it("is above 1 in every ratio where ours was better", () => {
    expect(ratios.stock.cpuAll.median).toBe(4);
    expect(ratios.stock.cpuGateway.median).toBe(6);
    expect(ratios.stock.requestsPerSecond.median).toBe(2);
    expect(ratios.stock.p50).toEqual({ median: 6, min: 4, max: 8 });
    const turned = summarise(setting, roundsOf(theirs, ours)).ratios.stock;
    expect(turned.cpuAll.median).toBe(0.25);
    expect(turned.requestsPerSecond.median).toBe(0.5);
  });

  it("says how much of the machine went to other programs", () => {
    expect(summarise(setting, roundsOf(ours, theirs), 4).elsewhere).toBeCloseTo(0.05);
  });

  it("counts the wrong answers", () => {
    const wrong = [
      { ...round([1]), wrong: 1 },
      { ...round([1]), wrong: 2 },
    ];
    expect(summarise(setting, roundsOf(wrong, theirs)).contenders.continuum.wrong).toBe(3);
  });
});
