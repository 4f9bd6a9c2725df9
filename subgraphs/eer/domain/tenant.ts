/** The three organisations of Emplois en régions, by their code; `inici` is the former ALPA. */
export const TENANTS = ["promis", "le-collectif", "inici"] as const;

/** Whether the people of an organisation are the staff of Emplois en régions. */
export function isTenant(organisation: string): boolean {
  return (TENANTS as readonly string[]).includes(organisation);
}
