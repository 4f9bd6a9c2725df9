/** What the gateway knows of the registry's list: looked at again and again, without anybody calling. */
import type { Log } from "../../platform/log.ts";
import { until } from "../testing/until.ts";
import { trustedList } from "./list.ts";
import type { OperationWithText } from "./registry.ts";

const log = (warned: unknown[] = []) => ({ warn: (line: string) => warned.push(line) }) as unknown as Log;

/** A registry that counts how it is asked. */
function registryOf(...operations: OperationWithText[]) {
  const registry = {
    operations,
    isDown: false,
    asked: { ids: 0, whole: 0 },
    ids: async () => registry.answer("ids"),
    whole: async () => registry.answer("whole"),
    answer: (what: "ids" | "whole") => {
      registry.asked[what] += 1;
      if (registry.isDown) throw new Error("down");
      return registry.operations;
    },
  };
  return registry;
}

const operation = (document: string, retiredAt: string | null = null): OperationWithText => ({
  clientId: "system@mifi",
  documentId: `id of ${document}`,
  document,
  retiredAt,
});

it("hears of what another gateway registered or retired though no program calls, and reads texts only when there are new ones", async () => {
  const registry = registryOf(operation("old"));
  const list = trustedList({ registry, every: 5, log: log() });
  const heard: string[] = [];
  list.onRead((documents) => heard.push([...documents.values()].join()));
  await list.renew();
  await until("it was looked at again", () => registry.asked.ids >= 2);
  expect(registry.asked.whole).toBe(1);
  registry.operations = [operation("old"), operation("new")];
  await until("the new one is known", () => heard.includes("old,new"));
  expect(registry.asked.whole).toBe(2);
  registry.operations = [operation("old"), operation("new", "2026-11-22T00:00:00Z")];
  await until("the retired one is not known any more", () => heard.at(-1) === "old");
  expect([...(await list.of("system@mifi")).documents.keys()]).toEqual(["id of old"]);
  expect(registry.asked.whole).toBe(2);
  list.stop();
});

it("keeps to what it knew while the registry is down, says so once, and looks on", async () => {
  const warned: unknown[] = [];
  const registry = registryOf(operation("old"));
  const list = trustedList({ registry, every: 5, log: log(warned) });
  await list.renew();
  registry.isDown = true;
  const { ids } = registry.asked;
  await until("it was looked at again", () => registry.asked.ids >= ids + 3);
  expect((await list.of("system@mifi")).documents.size).toBe(1);
  expect(warned).toHaveLength(1);
  registry.isDown = false;
  registry.operations = [operation("old"), operation("new")];
  await until("the new one is known", () => list.has("id of new"));
  list.stop();
});
