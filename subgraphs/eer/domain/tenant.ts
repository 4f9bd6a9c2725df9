/** The three organisations of Emplois en régions, by their code; `inici` is the former ALPA. */
export const TENANTS = ["promis", "le-collectif", "inici"] as const;

/** Whether the people of an organisation are the staff of Emplois en régions. */
export function isTenant(organisation: string): boolean {
  return (TENANTS as readonly string[]).includes(organisation);
}

/** The roles that work on the files of their organisation. */
const ROLES_OF_STAFF = ["COUNSELLOR", "SYSTEM"];

/** The organisation whose files the caller works on; null for anyone else, dashboards and persons included. */
export function tenantOf({ organisation, roles }: Caller): string | null {
  return isTenant(organisation) && roles.some((role) => ROLES_OF_STAFF.includes(role)) ? organisation : null;
}

interface Caller {
  organisation: string;
  roles: readonly string[];
}
