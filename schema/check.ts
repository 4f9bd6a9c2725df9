/** `npm run check:schema`: the committed schema is that of the code, it composes, and it breaks no partner's query. */
import { execFileSync } from "node:child_process";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema, type GraphQLSchema } from "graphql";
import { printSchema, Supergraph } from "@apollo/federation-internals";
import { compose, printAll } from "./compose.ts";
import { readSchema, schemaPath, SUPERGRAPH } from "./files.ts";

const problems: string[] = [];

const subgraphs = await printAll();
for (const [name, sdl] of subgraphs) {
  if ((await readSchema(`${name}.graphql`)) !== sdl)
    problems.push(`schema/${name}.graphql is not what the code says. Run npm run schema and commit.`);
}

const supergraph = compose(subgraphs);
if ((await readSchema(SUPERGRAPH)) !== supergraph)
  problems.push("schema/supergraph.graphql is not what the code says. Run npm run schema and commit.");

const before = lastCommitted();
if (before !== null) {
  const changes = await diff(apiOf(before), apiOf(supergraph));
  const announced = await readSchema("CHANGELOG.md");
  for (const { criticality, message, path } of changes) {
    const breaks = criticality.level === CriticalityLevel.Breaking && !announced.includes(`\`${path}\``);
    if (breaks)
      problems.push(
        `Breaking for partners: ${message} Announce \`${path}\` in schema/CHANGELOG.md, or keep it.`,
      );
  }
}

for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0
    ? "The schema is that of the code, composes, and breaks nothing."
    : `${problems.length} problems with the schema.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

/** The supergraph of the last commit; null before the first one, or outside a repository. */
function lastCommitted(): string | null {
  try {
    return execFileSync("git", ["show", `HEAD:${schemaPath(SUPERGRAPH)}`], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch {
    return null;
  }
}

/** What callers see of a supergraph: without the hidden fields and federation's own. */
function apiOf(text: string): GraphQLSchema {
  return buildSchema(printSchema(Supergraph.build(text).apiSchema()));
}
