/**
 * `npm run identity:evaluate -- FILE --truth COLUMN --map given=COLUMN,family=COLUMN,…`: groups the people of a CSV whose
 * truth is known, without looking at it, and says how right that was.
 */
import { parseArgs } from "node:util";
import { StartupError } from "../../platform/environment.ts";
import { normalise } from "../../subgraphs/registry/domain/identity/index.ts";
import { figuresOf } from "./figures.ts";
import { matchFile } from "./match-file.ts";
import { mappingOf, readPeople } from "./people-file.ts";

const USAGE =
  "Use npm run identity:evaluate -- FILE --truth COLUMN --map given=COLUMN,family=COLUMN,birth=COLUMN (also full, email, " +
  "phone, number, street, street2, city, postal, id, and any other name for what is compared as a text), with " +
  "--truth-pattern 'rec-(\\d+)' where the truth is a part of the column, and --households where people share addresses.";

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
  if (file === undefined || more.length > 0 || !values.truth || !values.map) throw new StartupError(USAGE);
  const mapping = mappingOf(values.map.join(","));
  const started = performance.now();
  const rows = readPeople(file, mapping, [values.truth]);
  const truth = rows.map(({ columns }) =>
    truthOf(columns[values.truth ?? ""] ?? "", values["truth-pattern"]),
  );
  const people = rows.map(({ declared }) => normalise(declared));
  const say = (line: string) => console.error(line);
  const { groups, compared, threshold, model, report } = matchFile(people, {
    households: values.households,
    say,
  });
  if (values.verbose) {
    for (const { found, pairs, onePerson } of report.rounds)
      say(`Pairs with the ${found}: ${pairs}, of which ${(onePerson * 100).toFixed(1)} % are one person.`);
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
        compared,
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

/** The part of the column that the pattern's first group finds; all of it without a pattern. */
function truthOf(value: string, pattern: string | undefined): string {
  if (pattern === undefined) return value;
  const found = new RegExp(pattern).exec(value);
  return found?.[1] ?? found?.[0] ?? value;
}
