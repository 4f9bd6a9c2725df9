/**
 * `npm run identity:evaluate -- FILE --truth COLUMN --map given=COLUMN,family=COLUMN,…`: groups the people of a CSV whose
 * truth is known, without looking at it, and says how right that was.
 */
import { parseArgs } from "node:util";
import { StartupError } from "../../platform/environment.ts";
import { normalise } from "../../subgraphs/registry/domain/identity/index.ts";
import { figuresOf } from "./figures.ts";
import { columnNamed, mappingByHeadings, mappingOf, PARTS_SAID, type Mapping } from "./headings.ts";
import { matchFile } from "./match-file.ts";
import { peopleOf, readTable } from "./people-file.ts";

const USAGE =
  "Use npm run identity:evaluate -- FILE --truth COLUMN, with --map given=COLUMN,family=COLUMN,birth=COLUMN where the " +
  `headings do not say it themselves (parts: ${PARTS_SAID}; any other column under its own name, COLUMN=COLUMN, is ` +
  "compared as a text), --truth-pattern 'rec-(\\d+)' where the truth is a part of the column, and --households where people " +
  "share addresses.";

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      truth: { type: "string" },
      "truth-pattern": { type: "string" },
      map: { type: "string", multiple: true },
      households: { type: "boolean", default: false },
      verbose: { type: "boolean", default: false },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || !values.truth) throw new StartupError(USAGE);
  const say = (line: string) => console.error(line);
  const started = performance.now();
  const table = await readTable(file);
  const headings = Object.keys(table[0] ?? {});
  const truthColumn = columnNamed(values.truth, headings) ?? values.truth;
  const mapping = values.map
    ? mappingOf(values.map.join(",")).map(([part, column]): [string, string] => [
        part,
        columnNamed(column, headings) ?? column,
      ])
    : mappingByHeadings(headings, truthColumn);
  const compared = withoutCounters(table, mapping, say);
  const rows = peopleOf(file, table, compared, [truthColumn]);
  say(`Comparing by ${compared.map(([part, column]) => `${part}=${column}`).join(", ")}.`);
  const column = rows.map(({ columns }) => columns[truthColumn] ?? "");
  const truth = truthsOf(column, values["truth-pattern"]);
  const people = rows.map(({ declared }) => normalise(declared));
  const {
    groups,
    compared: pairs,
    threshold,
    model,
    report,
  } = matchFile(people, {
    households: values.households,
    say,
  });
  if (values.verbose) {
    for (const { found, pairs: count, onePerson } of report.rounds)
      say(`Pairs with the ${found}: ${count}, of which ${(onePerson * 100).toFixed(1)} % are one person.`);
    for (const [field, levels] of Object.entries(model.fields))
      if (report.learnt.includes(field))
        say(
          `${field}: ${Object.entries(levels)
            .map(([level, { m, u }]) => `${level} ${Math.log2(m / u).toFixed(1)}`)
            .join(", ")}`,
        );
  }
  const figures = figuresOf(groups, truth);
  console.log(
    JSON.stringify(
      {
        rows: rows.length,
        people: new Set(truth).size,
        groups: new Set(groups).size,
        compared: pairs,
        threshold,
        ...figures,
        seconds: (performance.now() - started) / 1000,
      },
      (_key, value: unknown) => (typeof value === "number" ? Number(value.toFixed(4)) : value),
    ),
  );
} catch (error) {
  const sentence = error instanceof StartupError || error instanceof SyntaxError ? error.message : undefined;
  console.error(
    sentence ??
      (error instanceof TypeError
        ? `${error.message} ${USAGE}`
        : `The file was not matched: ${String(error)}`),
  );
  process.exitCode = 1;
}

/** The mapping without identifiers that no two rows share: they count the rows, and tell nothing of a person. */
function withoutCounters(
  table: readonly Readonly<Record<string, string>>[],
  mapping: Mapping,
  say: (line: string) => void,
): Mapping {
  const kept = mapping.filter(([part, column]) => {
    if (part !== "id") return true;
    const values = table.map((row) => row[column] ?? "").filter((value) => value !== "");
    const shared = new Set(values).size < values.length;
    if (!shared && values.length > 0) say(`No two rows share what stands in ${column}: it is not compared.`);
    return shared;
  });
  return kept;
}

/**
 * Who is who by the column: the part of it that the pattern's first group finds, or all of it. Where every row has a label of
 * its own, as in "rec-12-org" and "rec-12-dup-3", the part before is the person. A row without a label is nobody else's.
 */
function truthsOf(column: readonly string[], pattern: string | undefined): string[] {
  const distinct = new Set(column).size === column.length;
  const copies = distinct && column.every((label) => /^\S+?-(org|dup-\d+)$/.test(label));
  const found = new RegExp(pattern ?? (copies ? "^(\\S+?)-(?:org|dup)" : "^([^]*)$"));
  return column.map((label, row) => {
    const match = found.exec(label);
    return label === "" ? `row ${row}` : (match?.[1] ?? match?.[0] ?? label);
  });
}
