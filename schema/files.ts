/** The committed schema files. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const FOLDER = join(process.cwd(), "schema");

export const SUPERGRAPH = "supergraph.graphql";

/** The path of a file of the schema from the root of the checkout. */
export function schemaPath(name: string): string {
  return join("schema", name);
}

/** The committed text; empty when there is none yet. */
export function readSchema(name: string): Promise<string> {
  return readFile(join(FOLDER, name), "utf8").catch(() => "");
}

export function writeSchema(name: string, text: string): Promise<void> {
  return writeFile(join(FOLDER, name), text);
}
