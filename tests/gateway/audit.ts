/** The audit of GraphQL over HTTP that the package `graphql-http` brings, run against a gateway. */
import { serverAudits } from "graphql-http";

export interface AuditResults {
  passed: number;
  total: number;
  /** What did not pass: the name of the check, and why. */
  failed: string[];
}

/** Runs every check against the graph at `url`, as whoever holds `token`. */
export async function auditHttp(url: string, token: string): Promise<AuditResults> {
  const audits = serverAudits({
    url,
    fetchFn: (address: string, init?: RequestInit) => {
      const headers = new Headers(init?.headers);
      headers.set("authorization", `Bearer ${token}`);
      return fetch(address, { ...init, headers });
    },
  });
  const failed: string[] = [];
  for (const { id, name, fn } of audits) {
    const result = await fn();
    if (result.status !== "ok") failed.push(`${id} ${name}: ${result.reason}`);
  }
  return { passed: audits.length - failed.length, total: audits.length, failed };
}
