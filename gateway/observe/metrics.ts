/** What the gateway counts, by the names that dashboards and alerts use (docs/operations). */
import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import { boundedNames, SECONDS } from "../../platform/metrics.ts";
import type { BreakerState } from "../breaker.ts";

/** How one subgraph stands, as its source tells it. */
export interface SubgraphState {
  /** Questions under way, and those that wait for their turn. */
  asked: number;
  waiting: number;
  addresses: readonly {
    address: string;
    breaker: BreakerState;
    connections: number;
  }[];
}

/** How many plans are kept, and how many operations wait for theirs. */
export interface PlannerState {
  kept: number;
  waiting: number;
}

/** Operations at this moment: those that run, those that wait, and the longest line of one client. */
export interface TurnsState {
  running: number;
  waiting: number;
  longestLine: number;
}

/** Codes that partners may send are open-ended: so many are counted by their names. */
const MOST_CODES = 100;

const BREAKER: Readonly<Record<BreakerState, number>> = { closed: 0, "half-open": 1, open: 2 };

export type GatewayMetrics = ReturnType<typeof gatewayMetrics>;

/**
 * Adds the gateway's metrics to `registry`.
 * @param subgraphs how each subgraph stands, asked whenever the metrics are collected
 * @param planner how the planner stands, asked whenever the metrics are collected
 * @param turns how the lines of the clients stand, asked whenever the metrics are collected
 */
export function gatewayMetrics(
  registry: Registry,
  subgraphs: () => Iterable<readonly [string, SubgraphState]>,
  planner: () => PlannerState,
  turns: () => TurnsState,
) {
  const registers = [registry];
  const codeOf = boundedNames(MOST_CODES);
  const operations = new Histogram({
    name: "continuum_operation_seconds",
    help: "Time from a known caller to the answer, by operation (other, but for those that are registered or named in METRICS_OPERATIONS), kind and outcome: whole, partial (some errors), none (no data).",
    labelNames: ["operation", "kind", "outcome"],
    buckets: SECONDS,
    registers,
  });
  const joined = new Counter({
    name: "continuum_joined_operations_total",
    help: "Reads answered together with the same one of the same caller that was under way, by operation and outcome: they are not in continuum_operation_seconds.",
    labelNames: ["operation", "outcome"],
    registers,
  });
  const errors = new Counter({
    name: "continuum_errors_total",
    help: "Errors in answers, by code and by the subgraph they are about (none when they are about no subgraph).",
    labelNames: ["code", "subgraph"],
    registers,
  });
  const refusals = new Counter({
    name: "continuum_refusals_total",
    help: "Requests refused before anything ran, by code: limits, rate, access tokens.",
    labelNames: ["code"],
    registers,
  });
  const fetches = new Histogram({
    name: "continuum_subgraph_fetch_seconds",
    help: "Time until a subgraph answered or was given up, waiting for a turn and a second try included.",
    labelNames: ["subgraph"],
    buckets: SECONDS,
    registers,
  });
  const failures = new Counter({
    name: "continuum_subgraph_failures_total",
    help: "Questions to a subgraph without a usable answer, by reason.",
    labelNames: ["subgraph", "reason"],
    registers,
  });
  const planned = new Counter({
    name: "continuum_plans_total",
    help: "Operations by whether their plan was found (hit) or had to be made (miss).",
    labelNames: ["cache"],
    registers,
  });
  const planning = new Histogram({
    name: "continuum_planning_seconds",
    help: "Time to make a plan.",
    buckets: SECONDS,
    registers,
  });
  new Gauge({
    name: "continuum_plan_cache_plans",
    help: "Plans that are kept.",
    registers,
    collect() {
      this.set(planner().kept);
    },
  });
  new Gauge({
    name: "continuum_plans_waiting",
    help: "New operations that wait for their plan.",
    registers,
    collect() {
      this.set(planner().waiting);
    },
  });
  new Gauge({
    name: "continuum_turns",
    help: "Operations of all clients at this moment: running, waiting for their turn, and waiting in the longest line of one client.",
    labelNames: ["state"],
    registers,
    collect() {
      const { running, waiting, longestLine } = turns();
      this.set({ state: "running" }, running);
      this.set({ state: "waiting" }, waiting);
      this.set({ state: "longest line" }, longestLine);
    },
  });
  const addressed = (
    name: string,
    help: string,
    value: (each: SubgraphState["addresses"][number]) => number,
  ) =>
    new Gauge({
      name,
      help,
      labelNames: ["subgraph", "address"],
      registers,
      collect() {
        for (const [subgraph, { addresses }] of subgraphs())
          for (const each of addresses) this.set({ subgraph, address: each.address }, value(each));
      },
    });
  addressed("continuum_breaker_state", "0 closed, 1 half-open, 2 open.", ({ breaker }) => BREAKER[breaker]);
  addressed(
    "continuum_subgraph_connections",
    "Open connections to an address of a subgraph.",
    ({ connections }) => connections,
  );
  new Gauge({
    name: "continuum_subgraph_questions",
    help: "Questions to a subgraph at this moment: asked, or waiting for their turn.",
    labelNames: ["subgraph", "state"],
    registers,
    collect() {
      for (const [subgraph, { asked, waiting }] of subgraphs()) {
        this.set({ subgraph, state: "asked" }, asked);
        this.set({ subgraph, state: "waiting" }, waiting);
      }
    },
  });
  return {
    answered(operation: string, kind: string, outcome: string, seconds: number) {
      operations.observe({ operation, kind, outcome }, seconds);
    },
    joined(operation: string, outcome: string) {
      joined.inc({ operation, outcome });
    },
    error(code: string, subgraph: string) {
      errors.inc({ code: codeOf(code), subgraph });
    },
    refused(code: string) {
      refusals.inc({ code });
    },
    fetched(subgraph: string, seconds: number, reason: string | undefined) {
      fetches.observe({ subgraph }, seconds);
      if (reason !== undefined) failures.inc({ subgraph, reason: codeOf(reason) });
    },
    planned(seconds: number | undefined) {
      planned.inc({ cache: seconds === undefined ? "hit" : "miss" });
      if (seconds !== undefined) planning.observe(seconds);
    },
  };
}
