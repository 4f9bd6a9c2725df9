/**
 * `npm run identity:train [-- --from FILE.csv --map given=COLUMN,… --out FILE]`: a new version of the model, learnt from
 * registrations of which nobody said who is who; without a file, from generated people.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { StartupError } from "../../platform/environment.ts";
import { normalise, train, type Model } from "../../subgraphs/registry/domain/identity/index.ts";
import { generatePeople } from "../../tests/identity/people-generator.ts";
import { checkout } from "../checkout.ts";
import { Random } from "../world/random.ts";
import { mappingOf } from "./headings.ts";
import { readPeople } from "./people-file.ts";

const MODEL = join(checkout, "subgraphs", "registry", "domain", "identity", "model.json");
/** The columns of a registration. */
const HUB_COLUMNS =
  "given=givenNames,family=familyNames,birth=birthDate,email=email,phone=phone,street=address,city=city,postal=postalCode";
/** Names that fewer bear say who somebody is: a model must not be a list of people. */
const FEWEST_BEARERS = 5;

try {
  const { values } = parseArgs({
    options: {
      from: { type: "string" },
      map: { type: "string", default: HUB_COLUMNS },
      out: { type: "string", default: MODEL },
      seed: { type: "string", default: "tuning" },
    },
  });
  const declared =
    values.from === undefined
      ? generatePeople({ people: 20_000, lists: "tuning", seed: values.seed }).registrations.map(
          (one) => one.declared,
        )
      : (await readPeople(values.from, mappingOf(values.map))).map((row) => row.declared);
  const base = JSON.parse(readFileSync(MODEL, "utf8")) as Model;
  const random = new Random(values.seed);
  const started = performance.now();
  const { model, report } = train({
    people: declared.map(normalise),
    base,
    source: `trained on ${declared.length} registrations ${values.from === undefined ? "of generated people" : `of ${basename(values.from)}`}`,
    random: () => random.next() / 0x1_0000_0000,
  });
  writeFileSync(values.out, `${JSON.stringify(publishable(model, declared.length), null, 2)}\n`);
  for (const { found, pairs, onePerson } of report.rounds)
    console.error(
      `Pairs with the ${found}: ${pairs}, of which ${(onePerson * 100).toFixed(1)} % are one person.`,
    );
  for (const [field, levels] of Object.entries(model.fields)) {
    if (!report.learnt.includes(field)) continue;
    const lines = Object.entries(levels).map(
      ([level, { m, u }]) =>
        `${level} ${Math.log2(m / u).toFixed(1)} (one person ${percent(m)}, two ${percent(u)})`,
    );
    console.error(`${field}: ${lines.join("; ")}`);
  }
  console.log(
    JSON.stringify({
      version: model.version,
      registrations: declared.length,
      rounds: report.rounds,
      learnt: report.learnt,
      seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
      file: values.out,
    }),
  );
} catch (error) {
  console.error(
    error instanceof StartupError || error instanceof TypeError
      ? error.message
      : `No model was trained: ${String(error)}`,
  );
  process.exitCode = 1;
}

function percent(share: number): string {
  return `${(share * 100).toPrecision(2)} %`;
}

/** Without names that few bear, and with the digits that mean something. */
function publishable(model: Model, registrations: number): Model {
  const frequencies = Object.fromEntries(
    Object.entries(model.frequencies).map(([kind, shares]) => [
      kind,
      Object.fromEntries(
        Object.entries(shares).filter(([, share]) => share * registrations >= FEWEST_BEARERS),
      ),
    ]),
  );
  return JSON.parse(
    JSON.stringify({ ...model, frequencies }, (_key, value: unknown) =>
      typeof value === "number" ? Number(value.toPrecision(4)) : value,
    ),
  ) as Model;
}
