/** From the code to the schema: each subgraph prints its SDL, and composition makes the supergraph of them. */
import { composeServices } from "@apollo/composition";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "graphql";
import { placeholderUrl, SUBGRAPHS, type SubgraphName } from "./subgraphs.ts";

const run = promisify(execFile);

/** The SDL of a subgraph as its code says it, from its own process: decorators are global to a process. */
export async function printSdl(subgraph: SubgraphName): Promise<string> {
  const { stdout } = await run(process.execPath, [
    join(import.meta.dirname, "..", "subgraphs", subgraph, "main.js"),
    "schema",
  ]);
  return stdout;
}

/** The SDL of every subgraph, by its name. */
export async function printAll(): Promise<Map<SubgraphName, string>> {
  return new Map(await Promise.all(SUBGRAPHS.map(async (name) => [name, await printSdl(name)] as const)));
}

/** The supergraph of the subgraphs. @throws {Error} naming every reason for which they do not compose. */
export function compose(subgraphs: Map<SubgraphName, string>): string {
  const result = composeServices(
    [...subgraphs].map(([name, sdl]) => ({ name, url: placeholderUrl(name), typeDefs: parse(sdl) })),
  );
  if (result.errors) {
    throw new Error(
      `The subgraphs do not compose:\n${result.errors.map(({ message }) => `- ${message}`).join("\n")}`,
    );
  }
  return `${result.supergraphSdl.trimEnd()}\n`;
}
