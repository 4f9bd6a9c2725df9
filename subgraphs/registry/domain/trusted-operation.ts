/** Who reads the list of trusted operations: the coordinator and the alliance's own systems all of it, a system its own. */

interface Reader {
  organisation: string;
  roles: readonly string[];
}

/** Whose operations the reader sees. A client's own are those registered for the subject of its token. */
export function operationsSeen({ organisation, roles }: Reader): "ALL" | "OWN" {
  if (roles.includes("COORDINATOR")) return "ALL";
  return roles.includes("SYSTEM") && organisation === "alliance" ? "ALL" : "OWN";
}
