/** Attempts to learn of somebody by deciding on who is who, or by registering whom another door knows. */
import { randomUUID } from "node:crypto";
import type { AccessHub, Answer, Asker } from "./hub.ts";
import { expected } from "./sight.ts";
import { subjectOf, type Story } from "./stories.ts";

const staff = (role: Asker["roles"][number], organisation: string): Asker => ({
  subject: subjectOf(role, organisation),
  organisation,
  roles: [role],
  purpose: "SUPPORT",
  scopes: [],
});
const inici = staff("COUNSELLOR", "inici");
const fccq = staff("OFFICER", "fccq");
const ASKERS = [
  fccq,
  inici,
  staff("COUNSELLOR", "promis"),
  staff("ADVISER", "ccmm"),
  staff("PROFESSIONAL", "estrie-1"),
];

interface Known {
  id: string;
  organisation: string;
}

export function identityAttacks(hubOf: () => AccessHub, storiesOf: () => readonly Story[]): void {
  const change = (asker: Asker, mutation: string, input: Record<string, unknown>, selection: string) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    return hubOf().ask(
      asker,
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code field message } } }`,
      { input: { reference: randomUUID(), ...input } },
    );
  };
  const decide = (asker: Asker, mutation: string, input: Record<string, unknown>) =>
    change(asker, mutation, { ...input, reason: "They said so." }, "decision { id oneId otherId reason }");

  const registrationsOf = async (story: Story | undefined): Promise<Known[]> => {
    const { rows } = await hubOf().databases.registry.query<Known>(
      "select id, organisation_code as organisation from registration where candidate_id = $1 order by id",
      [story?.candidateId],
    );
    return rows;
  };
  const reads = (asker: Asker, story: Story, { organisation }: Known): boolean => {
    const sight = expected(asker, story, "IDENTITY");
    return sight === "see" || (sight === "own" && organisation === asker.organisation);
  };
  const decisions = async () => {
    const { rows } = await hubOf().databases.registry.query(
      "select count(*) as count from identity_decision",
    );
    return rows[0];
  };

  it("come to the same for a registration that is withheld and for one that nobody made", async () => {
    const before = await decisions();
    let attempts = 0;
    for (const [place, asker] of ASKERS.entries())
      for (const story of storiesOf().filter((_, index) => index % 24 === place)) {
        const known = await registrationsOf(story);
        const withheld = known.find((each) => !reads(asker, story, each));
        const own = known.find((each) => reads(asker, story, each))?.id ?? randomUUID();
        if (!withheld) continue;
        attempts += 1;
        for (const mutation of ["registrationsLink", "registrationsDeclareDifferent"]) {
          const attempt = (otherRegistrationId: string) =>
            decide(asker, mutation, { registrationId: own, otherRegistrationId });
          expect((await attempt(withheld.id)).text).toBe((await attempt(randomUUID())).text);
        }
      }
    expect(attempts).toBeGreaterThan(10);
    expect(await decisions()).toEqual(before);
  });

  it("come to the same for a decision on a withheld registration and for one that nobody took", async () => {
    const before = await decisions();
    const { rows } = await hubOf().databases.registry.query<{ id: string; pair: string[] }>(
      "select id, array[one_id::text, other_id::text] as pair from identity_decision where takes_back is null order by id limit 15",
    );
    const people = new Map<string, { story: Story; known: Known }>();
    for (const story of storiesOf())
      for (const known of await registrationsOf(story)) people.set(known.id, { story, known });
    let attempts = 0;
    for (const asker of ASKERS) {
      const nothing = await decide(asker, "registrationsUnlink", { decisionId: randomUUID() });
      for (const { id, pair } of rows) {
        const sides = pair.flatMap((each) => people.get(each) ?? []);
        if (sides.every(({ story, known }) => reads(asker, story, known))) continue;
        attempts += 1;
        expect((await decide(asker, "registrationsUnlink", { decisionId: id })).text).toBe(nothing.text);
      }
    }
    expect(attempts).toBeGreaterThan(10);
    expect(await decisions()).toEqual(before);
  });

  it("tell a door that somebody may be known, and to whom, and nothing that the other door wrote", async () => {
    const register = (asker: Asker, said: Record<string, string>): Promise<Answer> =>
      change(
        asker,
        "registrationRecord",
        { organisationReference: randomUUID(), entryDoor: "WALK_IN", ...said },
        "registration { id } identity { outcome mayBeKnownTo { code } }",
      );
    const person = { givenNames: "Xiomara", familyNames: "Zdravkovich", birthDate: "1984-09-17" };
    const secret = { email: "known.elsewhere@example.org", address: "9 rue Cachée", city: "Gaspé" };
    const first = await register(inici, { ...person, ...secret });
    const second = await register(fccq, person);
    const idOf = ({ data }: Answer) =>
      (data?.["registrationRecord"] as { registration: { id: string } }).registration.id;
    expect(second.data).toMatchObject({
      registrationRecord: { identity: { outcome: "POSSIBLE_DUPLICATE", mayBeKnownTo: [{ code: "inici" }] } },
    });
    const { rows } = await hubOf().databases.registry.query<{ candidate: string }>(
      "select candidate_id::text as candidate from registration where id = $1",
      [idOf(first)],
    );
    const asked = await hubOf().ask(
      fccq,
      `{ possibleDuplicates(first: 40) { nodes { probability evidence { field } gates
           one { registrationId candidate { id contact { emails { value } } } }
           other { registrationId candidate { id contact { emails { value } } } } } }
         candidates(filter: { search: "zdravkovich" }) { nodes { id registrations { id } } } }`,
    );
    expect(asked.errors).toEqual([]);
    for (const text of [second.text, asked.text])
      for (const theirs of [idOf(first), rows[0]?.candidate ?? "", ...Object.values(secret)])
        expect(text).not.toContain(theirs);
    expect(asked.text).toContain(idOf(second));
  });
}
