/** The five subgraphs, each with its own process and database. */

export const PARTNERS = ["registry", "fccq", "eer", "ccmm", "regional"] as const;
export type Partner = (typeof PARTNERS)[number];

/** A table with one value for each partner. */
export type PerPartner<Value> = Record<Partner, Value>;

/** The table that `value` gives. */
export function perPartner<Value>(value: (partner: Partner) => Value): PerPartner<Value> {
  return Object.fromEntries(PARTNERS.map((partner) => [partner, value(partner)])) as PerPartner<Value>;
}
