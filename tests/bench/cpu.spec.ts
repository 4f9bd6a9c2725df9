import { canReadCpu, cpuTimes, machineTime, parseMachine, parsePss, parseStat, treeTime } from "./cpu.ts";

/** As Linux writes it: state, parent, and from the twelfth field on utime, stime, cutime, cstime. */
const stat = (pid: number, name: string, parent: number, ...times: number[]) =>
  `${pid} (${name}) S ${parent} 1 1 0 -1 4194560 1000 0 0 0 ${times.join(" ")} 20 0 11 0 100 1000 200 18446744073709551615 1 1 0\n`;

describe("What the system says of a process", () => {
  it("is read in milliseconds", () => {
    expect(parseStat(stat(42, "node", 7, 150, 50, 3, 4))).toEqual({
      pid: 42,
      parent: 7,
      own: 2_000,
      reaped: 70,
    });
  });

  it("is read whatever the process calls itself", () => {
    expect(parseStat(stat(42, "a) S 1 (b", 7, 1, 2, 0, 0))).toEqual({
      pid: 42,
      parent: 7,
      own: 30,
      reaped: 0,
    });
  });

  it("counts all that the process started, ended or not, and nobody else", () => {
    const table = [
      stat(1, "init", 0, 900, 900, 900, 900),
      stat(10, "postgres", 1, 1, 1, 5, 5),
      stat(11, "backend", 10, 10, 0, 0, 0),
      stat(12, "worker", 11, 0, 20, 0, 0),
      stat(13, "other", 1, 500, 500, 0, 0),
    ].map(parseStat);
    expect(treeTime(10, table)).toBe(420);
    expect(treeTime(99, table)).toBe(0);
  });

  it("gives the memory with what is shared counted once", () => {
    expect(parsePss("5500-7ffd rollup\nRss:  9000 kB\nPss:   2048 kB\nPss_Anon: 12 kB\n")).toBe(2);
    expect(parsePss("")).toBeNaN();
  });
});

it("The work of the whole machine leaves out what it waited for", () => {
  expect(parseMachine("cpu  100 20 30 5000 700 4 6 80 9 0\ncpu0 1 1 1 1 1 1 1 1 1 1\n")).toBe(1_600);
});

(canReadCpu ? it : it.skip)("The machine has worked at least as much as this process", () => {
  expect(machineTime()).toBeGreaterThan(cpuTimes({ me: process.pid }).me);
});

(canReadCpu ? it : it.skip)("The CPU time of this very process grows while it works", () => {
  const before = cpuTimes({ me: process.pid }).me;
  for (const until = process.cpuUsage().user + 60_000; process.cpuUsage().user < until;) Math.sqrt(2);
  const spent = cpuTimes({ me: process.pid }).me - before;
  expect(spent).toBeGreaterThanOrEqual(40);
  expect(spent).toBeLessThan(1_000);
});
