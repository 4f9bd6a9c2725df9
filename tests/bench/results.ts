/** From the rounds that were measured to the figures that are published. */
import { cpus } from "node:os";
import { CONTENDERS, PEERS, type ContenderName, type PeerName } from "./contenders.ts";
import { median, pairedRatio, percentile, type Ratio } from "./figures.ts";
import { BEHIND, type Round, type Rounds, type Setting, type Spender } from "./measure.ts";

/** What one gateway did in one setting. */
export interface Figures {
  requests: number;
  /** Answers that were refused, or had an error. */
  wrong: number;
  /** The median of the rounds. */
  requestsPerSecond: number;
  /** Milliseconds, over the requests of all rounds. */
  p50: number;
  p99: number;
  /** CPU milliseconds per request, of each process and of all together. */
  cpu: Record<Spender | "all", number>;
}

/** How many times better than a peer Continuum was, round by round: above 1 it was better. */
export interface Ratios {
  /** Requests per CPU second, all processes counted. */
  cpuAll: Ratio;
  /** Requests per CPU second of the gateway alone. */
  cpuGateway: Ratio;
  requestsPerSecond: Ratio;
  p50: Ratio;
  p99: Ratio;
}

export interface SettingResult extends Setting {
  /** The share of the machine's processors that other programs took meanwhile (0 to 1); NaN where it does not tell. */
  elsewhere: number;
  contenders: Record<ContenderName, Figures>;
  ratios: Record<PeerName, Ratios>;
}

/** The figures of one setting. */
export function summarise(setting: Setting, rounds: Rounds, cores = cpus().length): SettingResult {
  const all = Object.values(rounds).flat();
  const capacity = all.reduce((sum, round) => sum + round.elapsed, 0) * cores;
  return {
    ...setting,
    elsewhere: all.reduce((sum, round) => sum + round.elsewhere, 0) / capacity,
    contenders: mapNames(CONTENDERS, (name) => figuresOf(rounds[name])),
    ratios: mapNames(PEERS, (name) => ratiosTo(rounds.continuum, rounds[name])),
  };
}

function figuresOf(rounds: readonly Round[]): Figures {
  const requests = rounds.reduce((sum, round) => sum + round.latencies.length, 0);
  const latencies = rounds.flatMap((round) => round.latencies);
  const spent = (name: Spender) => rounds.reduce((sum, round) => sum + round.cpu[name], 0) / requests;
  const spenders: Spender[] = ["gateway", ...BEHIND];
  const cpu = mapNames(spenders, spent);
  return {
    requests,
    wrong: rounds.reduce((sum, round) => sum + round.wrong, 0),
    requestsPerSecond: median(rounds.map(perSecond)),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    cpu: { ...cpu, all: spenders.reduce((sum, name) => sum + cpu[name], 0) },
  };
}

function ratiosTo(ours: readonly Round[], theirs: readonly Round[]): Ratios {
  const ratio = (figure: (round: Round) => number, better: "more" | "less") =>
    better === "more"
      ? pairedRatio(ours.map(figure), theirs.map(figure))
      : pairedRatio(theirs.map(figure), ours.map(figure));
  return {
    cpuAll: ratio((round) => total(round) / round.latencies.length, "less"),
    cpuGateway: ratio((round) => round.cpu.gateway / round.latencies.length, "less"),
    requestsPerSecond: ratio(perSecond, "more"),
    p50: ratio((round) => percentile(round.latencies, 0.5), "less"),
    p99: ratio((round) => percentile(round.latencies, 0.99), "less"),
  };
}

function perSecond(round: Round): number {
  return (round.latencies.length / round.elapsed) * 1_000;
}

function total(round: Round): number {
  return Object.values(round.cpu).reduce((sum, value) => sum + value, 0);
}

function mapNames<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}
