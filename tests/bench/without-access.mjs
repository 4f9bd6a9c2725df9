/**
 * Loaded into the registry of the benchmark, for `--access` alone: the same registry with and without the step that
 * decides and writes down who may see what, switched by message. The build is never touched.
 *
 * Without: of the people named only their registrations are read, decisions are those of an earlier request with the
 * step (so that both answer alike), and nothing is written, so that no transaction is needed. Grants are minted in both:
 * no partner answers without.
 */
import { registerHooks } from "node:module";
import "./delay.mjs";

const decided = new Map();
globalThis.benchAccess = {
  isOn: true,
  decided,
  /** The decision made when the step was on. */
  remember(key, decide) {
    if (!this.isOn && decided.has(key)) return decided.get(key);
    const made = decide();
    decided.set(key, made);
    return made;
  },
};

process.on("message", (message) => {
  if (typeof message?.access !== "boolean") return;
  globalThis.benchAccess.isOn = message.access;
  process.send?.({ access: message.access });
});

const key = (...parts) => `[viewer.subject, candidateId, ${parts.join(", ")}].join(" ")`;
const CHANGES = {
  "/subgraphs/registry/store/files.js": [
    [
      "for (const { candidateId, circle, registrations } of people) {",
      `for (const { candidateId, circle: read, registrations } of people) {
         const circle = benchAccess.remember(${key('"circle"')}, () => read);`,
    ],
    [
      "sections.map((section) => [section, decideAccess(viewer, circle, section, today)])",
      `sections.map((section) => [section, benchAccess.remember(${key("section")}, () => decideAccess(viewer, circle, section, today))])`,
    ],
    [
      "if (mayKnowOf(viewer, circle, today))",
      `if (benchAccess.remember(${key('"known"')}, () => mayKnowOf(viewer, circle, today)))`,
    ],
    [
      "return manager.transaction(async (transaction) => {",
      "return (benchAccess.isOn ? (work) => manager.transaction(work) : (work) => work(manager))(async (transaction) => {",
    ],
    ["await writeDisclosures(", "if (benchAccess.isOn) await writeDisclosures("],
  ],
  "/subgraphs/registry/store/circles.js": [
    ["manager.query(CIRCLES, [", "manager.query(benchAccess.isOn ? CIRCLES : REGISTRATIONS, ["],
    [
      "const CIRCLES =",
      `const without = (statement) => {
         const short = statement
           .replace(/exists \\(select from candidate_account[^)]*\\) as self/, "($4::text is null) as self")
           .replace(/array\\(select distinct section[\\s\\S]*?\\) as referred/, "array_remove(array[$5::text], $5::text) as referred")
           .replace(/\\(select coalesce\\(jsonb_agg\\(jsonb_build_object\\(\\s*'sections'[\\s\\S]*?\\) as consents/, "'[]'::jsonb as consents")
           .replace(/exists \\(select from emergency_access[\\s\\S]*?\\) as emergency/, "($6::timestamptz is null) as emergency");
         if (/candidate_account|from referral|from consent|emergency_access/.test(short))
           throw new Error("The benchmark cannot leave the circle out: its statement reads otherwise now.");
         return short;
       };
       let short;
       const REGISTRATIONS = { toString: () => (short ??= without(CIRCLES)) };
       const CIRCLES =`,
    ],
    ["benchAccess.isOn ? CIRCLES : REGISTRATIONS", "benchAccess.isOn ? CIRCLES : String(REGISTRATIONS)"],
  ],
};

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const change = Object.entries(CHANGES).find(([path]) => url.endsWith(path));
    if (!change) return loaded;
    let source = String(loaded.source);
    for (const [right, other] of change[1]) {
      if (!source.includes(right))
        throw new Error(`The benchmark cannot leave access out: ${change[0]} reads otherwise now.`);
      source = source.replace(right, () => other);
    }
    return { ...loaded, source };
  },
});
