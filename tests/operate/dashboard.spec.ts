/** The dashboard and the alerts cannot rot: they speak of metrics that the processes have, and the docs of alerts that there are. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { openRegistry } from "../../platform/metrics.ts";

const read = (name: string) => readFileSync(join("docs", "operations", name), "utf8");
const dashboard = JSON.parse(read("dashboard.json")) as {
  panels: { title: string; targets: { expr: string }[] }[];
};
const alerts = (
  parse(read("alerts.yaml")) as {
    groups: { rules: { alert: string; expr: string; labels: { severity: string }; annotations: object }[] }[];
  }
).groups.flatMap(({ rules }) => rules);

/** Each metric of ours, with its labels, as the code declares it. */
const sources = ["gateway/observe/metrics.ts", "platform/subgraph-observation.ts"]
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");
const declared = new Set([...sources.matchAll(/"(continuum_[a-z_]+)"/g)].map(([, name]) => name));

/** The metrics that an expression speaks of; those of a histogram by their common name. */
function metricsIn(expression: string): string[] {
  const names = expression.match(/\b(?:continuum|nodejs|process)_[a-z0-9_]+/g) ?? [];
  return names.map((name) => name.replace(/_(bucket|sum|count)$/, ""));
}

const expressions = [
  ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ...alerts.map(({ expr }) => expr),
];

it("shows and watches metrics that the processes have", async () => {
  const ofNode = new Set((await openRegistry("test").getMetricsAsJSON()).map(({ name }) => name));
  const used = [...new Set(expressions.flatMap(metricsIn))];
  expect(used.length).toBeGreaterThan(15);
  expect(used.filter((name) => !declared.has(name) && !ofNode.has(name))).toEqual([]);
});

it("leaves no metric of ours unseen", () => {
  const used = new Set(expressions.flatMap(metricsIn));
  expect([...declared].filter((name) => name !== undefined && !used.has(name))).toEqual([]);
});

it("says in the docs what each metric is for", () => {
  const docs = read("what-to-look-at.md");
  expect([...declared].filter((name) => name !== undefined && !docs.includes(`\`${name}\``))).toEqual([]);
});

it("says in the docs what whoever is refused can do about each code", () => {
  const docs = readdirSync(join("docs", "how-to")).map((name) =>
    readFileSync(join("docs", "how-to", name), "utf8"),
  );
  const sources = ["gateway/refusal.ts", "gateway/limits/limits.ts"].map((file) =>
    readFileSync(file, "utf8"),
  );
  const codes = sources.flatMap((text) =>
    [...text.matchAll(/(?:\| |code: )"([A-Z_]+)"/g)].map(([, code]) => code ?? ""),
  );
  expect(codes.length).toBeGreaterThan(40);
  expect(codes.filter((code) => !docs.some((text) => text.includes(`\`${code}\``)))).toEqual([]);
});

it("asks for labels that these metrics have", () => {
  for (const expression of expressions) {
    const asked = [...expression.matchAll(/[{,]\s*([a-z_]+)\s*(?:=|!=|=~)\s*"/g)].map(([, label]) => label);
    for (const label of asked) expect(sources).toMatch(new RegExp(`\\b${label}\\b`));
  }
});

it("says in the docs what to do about each alert, and how much each matters", () => {
  const docs = read("what-to-look-at.md");
  for (const { alert, labels, annotations } of alerts) {
    expect(["page", "look"]).toContain(labels.severity);
    expect(annotations).toHaveProperty("summary");
    expect([alert, docs.includes(`\`${alert}\``)]).toEqual([alert, true]);
  }
});
