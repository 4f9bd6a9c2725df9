/** Settings of a gateway that is asked on a busy machine: what it gives up for being late has tests of its own. */
export const PATIENT = {
  SUBGRAPH_TIMEOUT: "60",
  ANSWER_DEADLINE: "120",
  MAX_PLANNING_SECONDS: "60",
  WAITING_SECONDS: "60",
} as const;
