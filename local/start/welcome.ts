/** What to open and what to try first, once everything runs. */

/** The text to print. The query can be pasted into another terminal as it is. */
export function firstQuery(gatewayUrl: string): string {
  const query = "query($id: ID!) { candidate(id: $id) { id stage { code } access { section status } } }";
  const body = `{"query":"${query}","variables":{"id":"'"$ID"'"}}`;
  return [
    `  Open     ${gatewayUrl}/`,
    `  Graph    ${gatewayUrl}/graphql`,
    "",
    "  A first query, to paste into another terminal in this folder:",
    "",
    "    TOKEN=$(npm run --silent token -- counsellor@promis)",
    "    ID=$(npm run --silent demo:candidate)",
    `    curl -s ${gatewayUrl}/graphql -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' \\`,
    `      -d '${body}'`,
    "",
  ].join("\n");
}
