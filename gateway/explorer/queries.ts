/** The README's queries, as the explorer offers them. */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export interface ReadyQuery {
  query: string;
  /** As JSON text, the way the explorer's editor shows it. */
  variables?: string;
}

/** The order in which people meet the queries; others follow by name. */
const FIRST = ["unified-view.graphql", "worklist.graphql", "statistics.graphql"];

/** The queries of `docs/queries`; one that asks about `$id` gets the demonstration candidate for it. */
export async function readQueries(demoCandidate: string | undefined): Promise<ReadyQuery[]> {
  const folder = join(checkoutFolder(), "docs", "queries");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".graphql"));
  const order = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  names.sort((one, other) => order(one) - order(other) || one.localeCompare(other));
  return Promise.all(
    names.map(async (name) => {
      const query = await readFile(join(folder, name), "utf8");
      const asksAboutOne = /\$id\s*:/.test(query);
      return asksAboutOne
        ? { query, variables: JSON.stringify({ id: demoCandidate ?? "" }, null, 2) }
        : { query };
    }),
  );
}

/** The folder of the checkout, whether this runs from its sources or from `dist/`: the page's files are not compiled. */
export function checkoutFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) return process.cwd();
    folder = parent;
  }
  return folder;
}
