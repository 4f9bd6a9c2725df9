/**
 * `npm run identity:report [-- --people N --seed WORDS --lists test|tuning --mistakes N]`: how well the matcher knows
 * difficult people, on names and a seed it was never tuned on.
 */
import { parseArgs } from "node:util";
import { currentModel } from "../../subgraphs/registry/domain/identity/index.ts";
import { playDoor, type Mistake } from "./door.ts";
import { generatePeople } from "./people-generator.ts";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "5600" },
    seed: { type: "string", default: "judgement" },
    lists: { type: "string", default: "test" },
    mistakes: { type: "string", default: "0" },
  },
});
const people = Number(values.people);
if (!(people > 0) || (values.lists !== "test" && values.lists !== "tuning")) {
  console.error(
    "Use npm run identity:report -- --people 5000, with --seed WORDS and --lists test or tuning.",
  );
  process.exit(1);
}
const { registrations } = generatePeople({ people, lists: values.lists, seed: values.seed });
const mistakes: Mistake[] = [];
const figures = playDoor(registrations, currentModel, (mistake) => mistakes.push(mistake));
show(mistakes, Number(values.mistakes));
console.error(
  `${figures.registrations} registrations of ${people} people, names of the ${values.lists} lists, seed ${values.seed}: ` +
    `${figures.comparisons} comparisons in ${figures.secondsScoring.toFixed(1)} s; ` +
    `model version ${currentModel.version}, ${currentModel.source}`,
);
console.log(
  JSON.stringify(figures, (_key, value: unknown) =>
    typeof value === "number" ? Number(value.toFixed(5)) : value,
  ),
);

function show(all: readonly Mistake[], most: number): void {
  for (const kind of ["LINKED_WRONGLY", "MISSED", "REVIEWED"] as const) {
    const some = all.filter((mistake) => mistake.kind === kind);
    console.error(`${kind}: ${some.length}`);
    for (const { one, other, placement } of some.slice(0, most)) {
      const same = one.truth === other?.truth ? "one person" : "two people";
      const line = ({ declared: d }: { declared: typeof one.declared }) =>
        [d.givenNames, d.familyNames, d.birthDate, d.phone, d.email, d.address, d.city, d.postalCode].join(
          " | ",
        );
      console.error(`  ${same}\n    ${line(one)}\n    ${other ? line(other) : "-"}`);
      console.error(
        `    ${JSON.stringify(placement.homes.map(({ weight, gates }) => [weight.toFixed(1), ...gates]))}`,
      );
    }
  }
}
