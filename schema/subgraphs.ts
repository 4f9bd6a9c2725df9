/** The subgraphs of the hub, in the order in which they are composed. */
export const SUBGRAPHS = ["registry", "fccq", "eer", "ccmm", "regional"] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

/** Stands in the supergraph where each process's own setting says the address. */
export function placeholderUrl(subgraph: SubgraphName): string {
  return `http://${subgraph}.invalid/graphql`;
}
