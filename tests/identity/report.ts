/**
 * `npm run identity:report [-- --people N --seed WORDS --lists test|tuning --mistakes N]`: how well the matcher knows
 * difficult people, on names and a seed it was never tuned on.
 */
import { parseArgs } from "node:util";
import { currentModel } from "../../subgraphs/registry/domain/identity/index.ts";
import { playDoor, type Arrival } from "./door.ts";
import { generatePeople, type Registration } from "./people-generator.ts";

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
const arrivals: Arrival[] = [];
const figures = playDoor(registrations, currentModel, (arrival) => arrivals.push(arrival));
show(Number(values.mistakes));
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

/** Arrivals that were linked to somebody else, or that a human had to look at: so many of each. */
function show(most: number): void {
  const wrong = arrivals.filter(({ place, members, placement }) => {
    return placement.verdict === "LINK" && members.some((member) => truthOf(member) !== truthOf(place));
  });
  const asked = arrivals.filter(({ questions }) => questions.length > 0);
  for (const { place, members } of wrong.slice(0, most))
    console.error(["Linked to somebody else:", ...[...members, place].map(lineOf)].join("\n  "));
  for (const { place, questions } of asked.slice(0, most))
    console.error(
      [
        "A question:",
        lineOf(place),
        ...questions.map(
          ({ id, weight, gates }) => `${lineOf(id)} (${weight.toFixed(1)} ${gates.join(" ")})`,
        ),
      ].join("\n  "),
    );
}

function truthOf(place: number): number | undefined {
  return registrations[place]?.truth;
}

function lineOf(place: number): string {
  const { truth, declared: d } = registrations[place] as Registration;
  const values = [
    d.givenNames,
    d.familyNames,
    d.birthDate,
    d.phone,
    d.email,
    d.address,
    d.city,
    d.postalCode,
  ];
  return `${truth}: ${values.map((value) => value ?? "").join(" | ")}`;
}
