/**
 * `node dist/tests/identity/look-alikes.js FOLDER`: three files of people in the shape of public record-linkage sets, to
 * develop against without having seen those: addresses with slips, heavy gaps, and a large historical set.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Random } from "../../local/world/random.ts";
import { corrupt } from "./corruptor.ts";
import { slip } from "./door-errors.ts";

type Row = Record<string, string>;

const GIVEN = (
  "william bill will,elizabeth liz beth,robert bob rob,margaret maggie,john jack,catherine kate cathy,thomas tom,mary molly," +
  "james jim,sarah sally,george,anne annie,charles charlie,emily,henry harry,alice,edward ed ted,jessica jess,joseph joe,grace," +
  "richard dick,olivia,samuel sam,chloe,david dave,isabella,daniel dan,sophie,matthew matt,ruby,joshua josh,ella,lachlan,mia," +
  "ethan,hannah,jack,amelia,noah,zoe,liam,lily,oscar,charlotte,luke,georgia,benjamin ben,holly,nicholas nick,freya,harrison,imogen," +
  "jacob,lucy,alexander alex,madison,connor,paige,hugh,bridget,walter,florence,frederick fred,edith,albert bert,violet"
)
  .split(",")
  .map((names) => names.split(" "));

const SURNAMES =
  "ash black brad brook car clay cold dal east fair fen green hal har hol king lang lin mar mel nor oak pem rad red sel stan sut thorn wal wes whit win wood york"
    .split(" ")
    .flatMap((start) =>
      "ton ford ley wood son man well by field worth ham more land burn er"
        .split(" ")
        .map((end) => start + end),
    );
const STREETS =
  "banksia wattle ellery mcdonnell torrens hopetoun daley barlow kambalda hawkesbury goyder chewings bunbury".split(
    " ",
  );
const TOWNS = SURNAMES.filter((_, place) => place % 9 === 0).map((name) => `${name} hill`);
const OCCUPATIONS =
  "politician writer painter actor lawyer engineer judge cricketer architect composer priest physician".split(
    " ",
  );

/** 2,000 people and 3,000 copies with up to five changes each, at most two to a field, never more than five copies of one. */
export function addressFile(random: Random, people = 2000, copies = 3000): Row[] {
  const originals = Array.from({ length: people }, (_, person): Row => ({
    rec_id: `rec-${person}-org`,
    given_name: random.pick(random.pick(GIVEN)),
    surname: random.pick(SURNAMES),
    street_number: String(random.int(1, 250)),
    address_1: `${random.pick(STREETS)} ${random.pick(["street", "place", "crescent", "court"])}`,
    address_2: random.chance(0.4)
      ? `${random.pick(SURNAMES)} ${random.pick(["village", "farm", "flats"])}`
      : "",
    suburb: random.pick(TOWNS),
    postcode: String(random.int(2000, 4999)),
    state: random.pick(["nsw", "vic", "qld", "wa", "sa"]),
    date_of_birth: dayOf(random, 1900, 1999).replaceAll("-", ""),
    soc_sec_id: String(random.int(1_000_000, 9_999_999)),
  }));
  const counts = new Map<number, number>();
  const rows = [...originals];
  while (rows.length < people + copies) {
    const person = random.int(0, people - 1);
    const count = counts.get(person) ?? 0;
    if (count >= 5) continue;
    counts.set(person, count + 1);
    const row: Row = { ...originals[person], rec_id: `rec-${person}-dup-${count}` };
    const fields = Object.keys(row).filter((field) => field !== "rec_id");
    const changed: string[] = [];
    for (let change = random.int(1, 5); change > 0; change--) {
      const field = random.pick(fields);
      if (changed.filter((other) => other === field).length < 2) spoil(row, field, random);
      changed.push(field);
    }
    if (random.chance(0.05))
      [row["given_name"], row["surname"]] = [row["surname"] ?? "", row["given_name"] ?? ""];
    if (random.chance(0.03))
      [row["address_1"], row["address_2"]] = [row["address_2"] ?? "", row["address_1"] ?? ""];
    rows.push(row);
  }
  return random.shuffled(rows);
}

/** About a thousand rows, four of each person, a fifth of the values missing and many wrong; mail that says no name. */
export function gapsFile(random: Random, people = 250): Row[] {
  const rows: Row[] = [];
  for (let person = 0; person < people; person++) {
    const whole: Row = {
      first_name: capital(random.pick(random.pick(GIVEN))),
      surname: capital(random.pick(SURNAMES)),
      dob: dayOf(random, 1970, 2022),
      city: random.weighted(CITIES),
      email: `${random.pick(random.pick(GIVEN))}${random.int(1, 99)}@${random.pick(SURNAMES)}${random.pick([".com", ".net", "-group.info", ".org"])}`,
    };
    for (let copies = random.int(1, 7); copies > 0; copies--) {
      const row: Row = { ...whole };
      if (random.chance(0.15))
        [row["first_name"], row["surname"]] = [row["surname"] ?? "", row["first_name"] ?? ""];
      for (const [field, missing, wrong] of GAPS) {
        const value = row[field] ?? "";
        if (random.chance(missing)) row[field] = "";
        else if (random.chance(wrong))
          row[field] = field === "dob" ? wrongDay(value, random) : garbled(value, random);
      }
      rows.push({ ...row, cluster: String(person) });
    }
  }
  return random.shuffled(rows).map((row, place) => ({ unique_id: String(place), ...row }));
}

const CITIES = [
  ["London", 45],
  ["Leeds", 6],
  ["Hull", 5],
  ["Bristol", 5],
  ["Birmingham", 9],
  ["Derby", 4],
  ["Luton", 4],
  ["Bolton", 3],
  ["Sheffield", 5],
  ["Swansea", 4],
  ["Aberdeen", 4],
  ["Wigan", 3],
] as const;

/** By column, the share that is missing, and the share of the rest that is wrong. */
const GAPS = [
  ["first_name", 0.17, 0.2],
  ["surname", 0.18, 0.2],
  ["dob", 0, 0.45],
  ["city", 0.19, 0.25],
  ["email", 0.21, 0.25],
] as const;

/** Several letters wrong, sometimes in another place altogether. */
function garbled(value: string, random: Random): string {
  let text = value;
  for (let times = random.int(1, 3); times > 0; times--) text = corrupt(text, random);
  return text;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

interface Relative {
  names: string[];
  surname: string;
  row: Row;
}

/** Fifty thousand rows of people of the past, five to fifteen of each, under many forms of their names. */
export function historicalFile(random: Random, rows = 50_000): Row[] {
  const all: Row[] = [];
  const families: Relative[] = [];
  for (let person = 0; all.length < rows; person++) {
    // A third is of the family of the one before: a name, a trade, a place and a house in common.
    const kin = random.chance(0.35) ? families.at(-1) : undefined;
    const names = kin !== undefined && random.chance(0.3) ? kin.names : random.pick(GIVEN);
    const middle = random.chance(0.5) ? random.pick(random.pick(GIVEN)) : "";
    const surname = kin?.surname ?? random.pick(SURNAMES) + random.pick(["", "", "e", "s"]);
    const dob = random.chance(0.2) ? `${random.int(1700, 1950)}-01-01` : dayOf(random, 1700, 1950);
    const fixed: Row = {
      birth_place: random.pick(TOWNS),
      postcode_fake: postcode(random),
      gender: random.pick(["male", "male", "female"]),
      occupation: random.pick(OCCUPATIONS),
    };
    for (const field of ["birth_place", "postcode_fake", "occupation"])
      if (kin !== undefined && random.chance(0.5)) fixed[field] = kin.row[field] ?? "";
    families.push({ names, surname, row: fixed });
    const area = (fixed["postcode_fake"] ?? "").split(" ")[0] ?? "";
    const title = random.chance(0.15)
      ? `${random.pick(["1st", "2nd", "3rd"])} baron ${surname} of ${random.pick(SURNAMES)}`
      : "";
    for (let copies = random.int(3, 16); copies > 0; copies--) {
      // Some are known by their second name, or another altogether.
      const known = random.chance(0.06) ? middle || random.pick(random.pick(GIVEN)) : (names[0] ?? "");
      const given = random.chance(0.75) ? known : random.pick(names);
      const first = random.chance(0.06) ? slip(given, random) : given;
      const last = random.chance(0.1) ? slip(surname, random) : surname;
      const words = [random.chance(0.05) ? "sir" : "", first, random.chance(0.4) ? middle : "", last];
      if (title !== "" && random.chance(0.5)) words.push(title);
      const full = words.filter(Boolean).join(" ");
      const end = full.split(" ").at(-1) ?? "";
      const row: Row = {
        cluster: `Q${person}`,
        full_name: full,
        first_and_surname: `${full.split(" ")[0] ?? ""} ${end}`,
        first_name: full.split(" ")[0] ?? "",
        surname: random.chance(0.03) ? "" : end,
        dob: random.chance(0.25) ? "" : random.chance(0.25) ? wrongDay(dob, random) : dob,
        ...fixed,
      };
      if (random.chance(0.25))
        row["postcode_fake"] = random.chance(0.6)
          ? `${area} ${random.int(1, 9)}${random.pick(["ab", "xy", "lt"])}`
          : postcode(random);
      if (random.chance(0.15)) row["occupation"] = random.pick(OCCUPATIONS);
      for (const field of Object.keys(fixed)) if (random.chance(0.25)) row[field] = "";
      all.push(row);
    }
  }
  return random
    .shuffled(all)
    .slice(0, rows)
    .map((row, place) => ({ unique_id: `${row["cluster"]}-${place}`, ...row }));
}

function postcode(random: Random): string {
  return `${random.pick(["tq", "sw", "bn", "ex", "ne", "wf"])}${random.int(1, 20)} ${random.int(1, 9)}${random.pick(["ab", "xy", "lt", "qh"])}`;
}

function dayOf(random: Random, from: number, to: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${random.int(from, to)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
}

function wrongDay(day: string, random: Random): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const other = dayOf(random, Number(year) - 2, Number(year) + 2).split("-");
  return random.pick([
    `${year}-${other[1]}-${date}`,
    `${year}-${month}-${other[2]}`,
    `${other[0]}-${month}-${date}`,
    `${year}-01-01`,
  ]);
}

function spoil(row: Row, field: string, random: Random): void {
  const value = row[field] ?? "";
  row[field] = value === "" || random.chance(0.12) ? "" : corrupt(value, random);
}

function csv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return [columns.join(","), ...rows.map((row) => columns.map((column) => row[column] ?? "").join(","))].join(
    "\n",
  );
}

const [folder] = process.argv.slice(2);
if (folder !== undefined && process.argv[1]?.endsWith("look-alikes.js")) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "addresses.csv"), csv(addressFile(new Random("addresses"))));
  writeFileSync(join(folder, "gaps.csv"), csv(gapsFile(new Random("gaps"))));
  writeFileSync(join(folder, "historical.csv"), csv(historicalFile(new Random("historical"))));
  console.error(`Wrote addresses.csv, gaps.csv and historical.csv to ${folder}.`);
}
