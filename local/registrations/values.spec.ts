/** Cells as people and spreadsheets write them. */
import fc from "fast-check";
import { problemsOf } from "../../platform/action.ts";
import { RegistrationRecordInput } from "../../subgraphs/registry/actions/registration-record.ts";
import { EntryDoor } from "../../subgraphs/registry/domain/registration.ts";
import { DECLARED } from "../../subgraphs/registry/store/declared.columns.ts";
import { isPlainlyGood, problemsIn } from "./check-row.ts";
import { correctionBy } from "../../subgraphs/registry/store/arrived-corrections.ts";
import { SeenReferences } from "./seen-references.ts";
import { asMeant } from "./values.ts";

const day = (text: string, monthFirst = false) => asMeant([text], ["birthDate"], { monthFirst }).birthDate;
const phone = (text: string) => asMeant([text], ["phone"], { monthFirst: false }).phone;

describe("A day", () => {
  it.each([
    "1987-05-21",
    "21/05/1987",
    "21-05-1987",
    "21.5.1987",
    "1987/05/21",
    "19870521",
    "31918",
    "1987-05-21T00:00:00Z",
    "21/05/1987 00:00",
  ])("written %s is the 21st of May 1987", (text) => expect(day(text)).toBe("1987-05-21"));

  it("has its day first, unless it is said that the month is", () => {
    expect(day("04/05/1987")).toBe("1987-05-04");
    expect(day("04/05/1987", true)).toBe("1987-04-05");
  });

  it("that cannot be read is told, and never guessed", async () => {
    for (const text of ["05/21/1987", "31/02/1987", "21/05/87", "vers 1987", "3191.8", "00000"])
      expect(
        await problemsIn(
          { organisationReference: "1", givenNames: "Ana", birthDate: day(text) ?? "" },
          "2026-11-22",
        ),
      ).toMatchObject([{ field: "birthDate" }]);
    expect(day("1987")).toBe("1987");
  });
});

describe("A telephone", () => {
  it("that Excel made a number is its digits, as long as they are all there", () => {
    expect(phone("5142859286.0")).toBe("5142859286");
    expect(phone("5.142859286E+09")).toBe("5142859286");
    expect(phone("5,142859286E+9")).toBe("5142859286");
    expect(phone("5.14286E+09")).toBe("5.14286E+09");
  });

  it("may be of any country, with its code", async () => {
    const row = (value: string) => ({ organisationReference: "1", givenNames: "Ana", phone: value });
    for (const good of ["514 285-9286", "+33 1 42 68 53 00", "+213 551 23 45 67"])
      expect(await problemsIn(row(good), "2026-11-22")).toEqual([]);
    for (const bad of ["5.14286E+09", "12", "01 42 68 53 00"])
      expect(await problemsIn(row(bad), "2026-11-22")).toMatchObject([{ field: "phone" }]);
  });
});

describe("A row", () => {
  it("whose accents were lost once is refused, and names with rare letters are not", async () => {
    const named = (familyNames: string) =>
      problemsIn({ organisationReference: "1", familyNames }, "2026-11-22");
    for (const lost of ["ZoÃ©", "CÃ´tÃ©", "Zo\uFFFD", "lâ€™Heureux"])
      expect(await named(lost)).toHaveLength(1);
    for (const good of ["São", "SÃO", "Nguyễn", "Ångström", "d’Août", "Ðorđević", "ÂNGELA"])
      expect(await named(good)).toEqual([]);
  });

  it("that is plainly good keeps every rule of the door", async () => {
    const text = fc.oneof(
      fc.string({ maxLength: 15 }),
      fc.constantFrom("CA", "H2X 1Y4", "a@b.ca", "x_y.z+1@mail.example.org", "514 285-9286", "+33142685300"),
    );
    const fields = ["organisationReference", ...DECLARED.filter((field) => field !== "birthDate")];
    await fc.assert(
      fc.asyncProperty(
        fc.record(Object.fromEntries(fields.map((field) => [field, text])), {
          requiredKeys: ["organisationReference"],
        }),
        async (said) => {
          fc.pre(isPlainlyGood(said));
          const input = Object.assign(new RegistrationRecordInput(), said, {
            reference: "x",
            entryDoor: EntryDoor.PHONE,
          });
          expect(await problemsOf(input)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
    expect(
      isPlainlyGood({
        organisationReference: "1",
        email: "a_b@mail.example.org",
        phone: "514 285-9286",
        country: "FR",
      }),
    ).toBe(true);
  });
});

describe("A correction", () => {
  const declared = {
    givenNames: "Ana",
    familyNames: "Roy",
    birthDate: null,
    email: "ana@example.org",
    phone: "514 285-9286",
    address: null,
    city: null,
    postalCode: null,
    country: null,
  };

  it("is what the spreadsheet says anew; an empty cell and another way of writing a number say nothing", () => {
    expect(correctionBy({ phone: "(514) 285 9286", city: null }, [declared])).toEqual({
      declared: null,
      outdated: false,
    });
    expect(correctionBy({ phone: "438 555-0101", givenNames: "Ana" }, [declared]).declared).toEqual({
      ...declared,
      phone: "438 555-0101",
    });
  });

  it("never brings back what was corrected since", () => {
    const later = { ...declared, phone: "438 555-0101" };
    expect(correctionBy({ phone: "514 285-9286" }, [declared, later])).toEqual({
      declared: null,
      outdated: true,
    });
  });
});

test("Each reference of a long file is remembered with the line on which it stood first", () => {
  const seen = new SeenReferences();
  for (let line = 1; line <= 50_000; line += 1) expect(seen.firstLineOf(`D-${line}`, line)).toBeNull();
  for (let line = 1; line <= 50_000; line += 997) expect(seen.firstLineOf(`D-${line}`, 99_999)).toBe(line);
});
