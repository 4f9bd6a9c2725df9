/** Trusted operations, as the coordinator keeps them and a system reads its own. */
import "reflect-metadata";
import { createHash, randomUUID } from "node:crypto";
import { registry } from "../../subgraphs/registry/subgraph.ts";
import { openSubgraph, TEST_GRANT_KEY, viewer, type TestSubgraph } from "../support/subgraph.ts";

const coordinator = viewer("alliance", "COORDINATOR", {
  purpose: "COORDINATION",
  purposes: ["COORDINATION"],
});
const gateway = viewer("alliance", "SYSTEM", { subject: "gateway" });
const mifi = viewer("mifi", "SYSTEM", { subject: "system@mifi" });
const fccq = viewer("fccq", "SYSTEM", { subject: "system@fccq" });

let hub: TestSubgraph;
beforeAll(async () => {
  hub = await openSubgraph(registry, {
    FCCQ_GRANT_KEY: TEST_GRANT_KEY,
    EER_GRANT_KEY: TEST_GRANT_KEY,
    CCMM_GRANT_KEY: TEST_GRANT_KEY,
    REGIONAL_GRANT_KEY: TEST_GRANT_KEY,
  });
});
afterAll(() => hub.close());

interface Outcome {
  operation: { id: string; documentId: string; retiredAt: string | null } | null;
  userErrors: { code: string; field: string[] | null }[];
}

async function change(by: typeof coordinator, name: string, input: object): Promise<Outcome> {
  const { data } = await hub.ask(
    by,
    `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) {
      outcome: ${name}(input: $input) { operation { id documentId retiredAt } userErrors { code field } }
    }`,
    { input: { reference: randomUUID(), ...input } },
  );
  return (data as never as { outcome: Outcome }).outcome;
}

async function seenBy(by: typeof coordinator): Promise<string[]> {
  const { data } = await hub.ask(
    by,
    "{ trustedOperations(first: 100) { nodes { clientId label retiredAt } } }",
  );
  const { nodes } = (
    data as never as {
      trustedOperations: { nodes: { clientId: string; label: string; retiredAt: string | null }[] };
    }
  ).trustedOperations;
  return nodes.map(
    ({ clientId, label, retiredAt }) => `${clientId} ${label}${retiredAt ? " (retired)" : ""}`,
  );
}

const OPEN = { clientId: "system@mifi", label: "Open positions", document: "{ positions { nodes { id } } }" };

it("are known by the hash of their document, registered once, retired, and registered again", async () => {
  const { operation } = await change(coordinator, "trustedOperationRegister", OPEN);
  expect(operation?.documentId).toBe(`sha256:${createHash("sha256").update(OPEN.document).digest("hex")}`);
  const again = await change(coordinator, "trustedOperationRegister", { ...OPEN, label: "Positions" });
  expect(again.operation?.id).toBe(operation?.id);
  const retired = await change(coordinator, "trustedOperationRetire", { operationId: operation?.id });
  expect(retired.operation?.retiredAt).not.toBeNull();
  expect(await seenBy(coordinator)).toEqual(["system@mifi Positions (retired)"]);
  await change(coordinator, "trustedOperationRegister", OPEN);
  expect(await seenBy(coordinator)).toEqual(["system@mifi Open positions"]);
});

it("are read whole by the coordinator and the gateway, and by a system as far as they are its own", async () => {
  await change(coordinator, "trustedOperationRegister", { ...OPEN, clientId: "system@fccq" });
  const all = ["system@fccq Open positions", "system@mifi Open positions"];
  expect(await seenBy(coordinator)).toEqual(all);
  expect(await seenBy(gateway)).toEqual(all);
  expect(await seenBy(mifi)).toEqual(["system@mifi Open positions"]);
  expect(await seenBy(viewer("promis", "COUNSELLOR"))).toEqual([]);
});

it("are registered by the coordinator only: a system cannot widen what it is held to", async () => {
  const { operation, userErrors } = await change(fccq, "trustedOperationRegister", {
    ...OPEN,
    clientId: "system@fccq",
    document: "{ candidates { nodes { id } } }",
  });
  expect([operation, userErrors.map(({ code }) => code)]).toEqual([null, ["NOT_ALLOWED"]]);
});
