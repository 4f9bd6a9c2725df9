/** The results for people: tables on the terminal, and what the machine was. */
import { cpus, release, totalmem } from "node:os";
import { PARTNERS, type PerPartner } from "../../local/start/partners.ts";
import { CONTENDERS, LABELS, PEERS, type ContenderName } from "./contenders.ts";
import type { Ratio } from "./figures.ts";
import { BEHIND } from "./measure.ts";
import type { SettingResult } from "./results.ts";
import type { Statements } from "./statements.ts";

/** The machine and the programs of a run. */
export function describeMachine(postgres: string) {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? "unknown",
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    system: `${process.platform} ${release()} ${process.arch}`,
    node: process.version,
    postgres,
  };
}

/** Above this share of the machine taken by others, figures say more about them than about the gateways. */
const BUSY = 0.1;

/** The tables of one setting: what each gateway did, and how many times better than each peer Continuum was. */
export function settingTables(result: SettingResult): string {
  const figures = CONTENDERS.map((name) => {
    const { requestsPerSecond, p50, p99, cpu, requests, wrong } = result.contenders[name];
    const spent = (["all", "gateway", ...BEHIND] as const).map((spender) => figure(cpu[spender]));
    return [
      LABELS[name],
      figure(requestsPerSecond),
      figure(p50),
      figure(p99),
      ...spent,
      `${requests}`,
      `${wrong}`,
    ];
  });
  const header = ["", "req/s", "p50 ms", "p99 ms", "CPU ms", "gateway", ...BEHIND, "requests", "wrong"];
  const ratios = PEERS.map((name) => {
    const { cpuAll, cpuGateway, requestsPerSecond, p50, p99 } = result.ratios[name];
    return [LABELS[name], ...[cpuAll, cpuGateway, requestsPerSecond, p50, p99].map(ratioText)];
  });
  const ratioHeader = ["times better than", "req per CPU s", "gateway only", "req/s", "p50", "p99"];
  const tables = `${table([header, ...figures])}\n\n${table([ratioHeader, ...ratios])}`;
  return result.elsewhere > BUSY
    ? `${tables}\n  Other programs took ${Math.round(result.elsewhere * 100)} % of the machine meanwhile: these figures are a hint, no more.`
    : tables;
}

/** The SQL statements per request: those about a table, and in brackets those that frame them. */
export function statementTable(statements: Record<ContenderName, PerPartner<Statements>>): string {
  const rows = CONTENDERS.map((name) => [
    LABELS[name],
    ...PARTNERS.map((partner) => {
      const { tables, control } = statements[name][partner];
      return `${figure(tables)} (+${figure(control)})`;
    }),
    figure(PARTNERS.reduce((sum, partner) => sum + statements[name][partner].tables, 0)),
  ]);
  return table([["SQL per request", ...PARTNERS, "all"], ...rows]);
}

/** The megabytes of each process. */
export function memoryTable(memory: Record<string, number>): string {
  const names = Object.keys(memory);
  return table([
    ["memory MB", ...names.map((name) => LABELS[name as ContenderName] ?? name)],
    ["", ...names.map((name) => figure(memory[name] ?? Number.NaN))],
  ]);
}

/** Columns of the same width, the first to the left and numbers to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
  return rows.map((row) => `  ${line(row).join("  ")}`.trimEnd()).join("\n");
}

function ratioText({ median, min, max }: Ratio): string {
  return Number.isFinite(median) ? `${fixed(median)} (${fixed(min)}-${fixed(max)})` : "-";
}

function fixed(value: number): string {
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** Three digits are what such figures are good for. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return "-";
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : String(Number(value.toFixed(2)));
}
