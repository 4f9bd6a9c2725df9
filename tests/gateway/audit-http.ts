/** `npm run audit:http`: the audit of GraphQL over HTTP on the real gateway, with small subgraphs behind it. */
import { startHub } from "../../gateway/testing/hub.ts";
import { auditHttp } from "./audit.ts";

const hub = await startHub({ introspection: true });
try {
  const { passed, total, failed } = await auditHttp(`${hub.url}/graphql`, await hub.issuer.token());
  for (const each of failed) console.error(each);
  console.log(JSON.stringify({ passed, total }));
  if (passed < total) process.exitCode = 1;
} finally {
  await hub.close();
}
