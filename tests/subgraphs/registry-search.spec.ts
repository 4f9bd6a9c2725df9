/** The search box: a professional finds the people of their circle by what they type, and learns of nobody else. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import type { Viewer } from "../../platform/passport.ts";
import {
  coordinator,
  fccq,
  inici,
  openIdentityWorld,
  promis,
  type IdentityWorld,
} from "../support/identity-world.ts";
import { viewer } from "../support/subgraph.ts";

let world: IdentityWorld;
beforeAll(async () => {
  world = await openIdentityWorld();
});
afterAll(() => world.close());

interface Page {
  nodes: { id: string; name: { display: string } }[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function search(by: Viewer, typed: string, more: Record<string, unknown> = {}): Promise<Page> {
  const { candidates } = await world.ask<{ candidates: Page }>(
    by,
    `query Search($filter: CandidateFilter, $first: Int, $after: String, $orderBy: CandidateOrder) {
      candidates(filter: $filter, first: $first, after: $after, orderBy: $orderBy) {
        nodes { id name { display } } edges { cursor } pageInfo { hasNextPage endCursor } } }`,
    { filter: { search: typed }, ...more },
  );
  return candidates;
}

const found = async (by: Viewer, typed: string) =>
  (await search(by, typed)).nodes.map(({ name }) => name.display);

const register = (
  by: Viewer,
  givenNames: string | null,
  familyNames: string,
  more: Record<string, string> = {},
) => world.register(by, { givenNames, familyNames, ...more });

/** Two registrations of one person, by the hand of the coordinator. */
async function knownToBoth(atPromis: [string, string], atFccq: [string, string]): Promise<string> {
  const one = await register(promis, ...atPromis);
  const other = await register(fccq, ...atFccq);
  await world.link(coordinator, one.id, other.id);
  return world.candidateOf(one.id);
}

/** What the person says to PROMIS of who may know who they are. */
async function says(candidateId: string, given: boolean): Promise<void> {
  await world.hub.owner.query(
    `insert into consent (id, candidate_id, recipient, given_by, sections, purpose, given, collected_how, collected_by,
       collected_for, given_on, expires_on, recorded_at)
     values ($1, $2, 'promis', 'PERSON', '{IDENTITY}', 'SUPPORT', $3, 'ONLINE', 'somebody', 'promis', current_date - 1,
       current_date + 300, now())`,
    [randomUUID(), candidateId, given],
  );
}

describe("A professional who searches", () => {
  beforeAll(async () => {
    await register(promis, "Marie-Ève", "Côté-D'Amours");
    await register(promis, "Mamadou", "N'Diaye");
    await register(promis, "Youssef", "El Hassan");
    await register(promis, "Jeanpierre", "Wittgenstein");
  });

  it.each([
    ["cote", "Marie-Ève Côté-D'Amours"],
    ["CÔTÉ d’amours marie ève", "Marie-Ève Côté-D'Amours"],
    ["marie eve cote", "Marie-Ève Côté-D'Amours"],
    ["damours", "Marie-Ève Côté-D'Amours"],
    ["marieeve", "Marie-Ève Côté-D'Amours"],
    ["am cot", "Marie-Ève Côté-D'Amours"],
    ["ndiaye", "Mamadou N'Diaye"],
    ["n diaye", "Mamadou N'Diaye"],
    ["elhassan", "Youssef El Hassan"],
    ["hassan yous", "Youssef El Hassan"],
    ["jean-pierre witt", "Jeanpierre Wittgenstein"],
    ["witgenstein", "Jeanpierre Wittgenstein"],
    ["Wittgenstien", "Jeanpierre Wittgenstein"],
  ])("finds by %s whom it is a name of", async (typed, name) => {
    expect(await found(promis, typed)).toEqual([name]);
  });

  it.each(["w", "", "  ", "%", "_", "'", "wittgenstein marie", "othernames", "1", "@"])(
    "finds nobody by %j",
    async (typed) => {
      expect(await search(promis, typed)).toEqual({
        nodes: [],
        edges: [],
        pageInfo: { hasNextPage: false, endCursor: null },
      });
    },
  );

  it("finds by a telephone, a mail address and a birth date typed whole, however they are written", async () => {
    await register(promis, "Aylin", "Demir", {
      phone: "+1 514 285-9286",
      email: "aylin.demir@example.org",
      birthDate: "1987-05-21",
    });
    for (const typed of [
      "514 285 9286",
      "(514) 285-9286",
      "Aylin.Demir@example.org",
      "21/05/1987",
      "21 mai 1987",
    ])
      expect([typed, await found(promis, typed)]).toEqual([typed, ["Aylin Demir"]]);
    for (const typed of ["514 285", "aylin.demir@example", "1987-05"])
      expect([typed, await found(promis, typed)]).toEqual([typed, []]);
  });

  it("finds by what is declared now, and no more by what was corrected", async () => {
    const { id } = await register(promis, "Ilse", "Brandstetter", { birthDate: "1971-02-03" });
    await world.ask(
      promis,
      "mutation ($input: RegistrationCorrectInput!) { registrationCorrect(input: $input) { userErrors { code } } }",
      {
        input: {
          reference: randomUUID(),
          registrationId: id,
          givenNames: "Ilse",
          familyNames: "Obermoser",
          birthDate: "1971-03-02",
        },
      },
    );
    expect(await found(promis, "obermoser")).toEqual(["Ilse Obermoser"]);
    expect(await found(promis, "brandstetter")).toEqual([]);
    expect(await found(promis, "1971-02-03")).toEqual([]);
    expect(await found(promis, "1971-03-02")).toEqual(["Ilse Obermoser"]);
  });

  it("sees the nearest first, then by family name, page by page, nobody twice", async () => {
    for (const given of ["Zoé", "Ana", "Mia"]) await register(promis, given, "Vanterpool");
    await register(promis, "Bo", "Vanterpoolsen");
    await register(promis, "Al", "Vanterpuol");
    const whole = await search(promis, "vanterpool");
    expect(whole.nodes.map(({ name }) => name.display)).toEqual([
      "Ana Vanterpool",
      "Mia Vanterpool",
      "Zoé Vanterpool",
      "Bo Vanterpoolsen",
      "Al Vanterpuol",
    ]);
    const pages: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Page = await search(promis, "vanterpool", { first: 2, after });
      pages.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(pages).toEqual(whole.nodes.map(({ id }) => id));
    const newest = await search(promis, "vanterpool", { orderBy: "NEWEST" });
    expect(newest.nodes[0]?.name.display).toBe("Al Vanterpuol");
    const late = await search(promis, "vanterpool", { filter: { search: "vanterpool", late: true } });
    expect(late.nodes).toEqual([]);
    const open = await search(promis, "vanterpool", { filter: { search: "vanterpool", open: true } });
    expect(open.nodes).toHaveLength(5);
  });

  it("is told that a cursor of another list is none of this one", async () => {
    const { errors } = await world.hub.ask(
      promis,
      `query ($after: String) { candidates(filter: { search: "cote" }, after: $after) { nodes { id } } }`,
      { after: Buffer.from(JSON.stringify(["x"])).toString("base64url") },
    );
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  it("leaves in the log of disclosures that they were told who somebody is", async () => {
    const { id } = await register(promis, "Oluwaseun", "Adeyemi");
    await world.ask(promis, `query Typing { candidates(filter: { search: "adeyemi" }) { nodes { id } } }`);
    const rows = await world.hub.owner.query(
      "select section, status from disclosure where candidate_id = $1 and operation = 'Typing'",
      [await world.candidateOf(id)],
    );
    expect(rows).toEqual([{ section: "IDENTITY", status: "GRANTED" }]);
  });
});

describe("A search", () => {
  it("finds nobody outside the viewer's circle", async () => {
    await register(fccq, "Solveig", "Haraldsdottir", {
      email: "solveig@example.org",
      birthDate: "1977-07-07",
    });
    for (const typed of ["haraldsdottir", "solveig@example.org", "1977-07-07"]) {
      expect((await search(promis, typed)).nodes).toEqual([]);
      expect((await search(fccq, typed)).nodes).toHaveLength(1);
    }
  });

  it("goes by what the viewer reads of a person: a name that only another door wrote finds nobody until they agree", async () => {
    const person = await knownToBoth(["Thi Hoa", "Nguyen"], ["Rose", "Bellerive"]);
    expect(await found(promis, "nguyen")).toEqual(["Thi Hoa Nguyen"]);
    expect((await search(promis, "bellerive")).nodes).toEqual([]);
    await says(person, true);
    expect((await search(promis, "bellerive")).nodes.map(({ id }) => id)).toEqual([person]);
    await says(person, false);
    expect((await search(promis, "bellerive")).nodes).toEqual([]);
    expect((await search(promis, "nguyen")).nodes).toHaveLength(1);
  });

  it("finds somebody who is referred, where the referral names who they are", async () => {
    const { id } = await register(fccq, "Tahmineh", "Farrokhzad");
    const person = await world.candidateOf(id);
    const refer = (sections: string) =>
      world.hub.owner.query(
        `insert into referral (id, candidate_id, from_organisation, to_organisation, reason, sections, state, requested_at,
           requested_by, due_on, state_since, state_by)
         values ($1, $2, 'fccq', 'inici', 'OTHER', $3, 'REQUESTED', now(), 'x', current_date + 20, now(), 'x')`,
        [randomUUID(), person, sections],
      );
    await refer("{PATHWAY}");
    expect((await search(inici, "farrokhzad")).nodes).toEqual([]);
    await world.hub.owner.query(
      "update referral set sections = '{IDENTITY,PATHWAY}' where candidate_id = $1",
      [person],
    );
    expect((await search(inici, "farrokhzad")).nodes.map((each) => each.id)).toEqual([person]);
  });

  it("finds by every name somebody whose file was opened in an emergency, for who opened it", async () => {
    const person = await knownToBoth(["Nasrin", "Golzari"], ["Nasrin", "Petitclerc"]);
    expect((await search(promis, "petitclerc")).nodes).toEqual([]);
    await world.hub.owner.query(
      `insert into emergency_access (id, candidate_id, subject, organisation_code, reason, opened_at, until)
       values ($1, $2, $3, 'promis', 'They called from the hospital.', now() - interval '1 minute', now() + interval '1 hour')`,
      [randomUUID(), person, promis.subject],
    );
    expect((await search(promis, "petitclerc")).nodes.map(({ id }) => id)).toEqual([person]);
    const colleague = { ...promis, subject: "colleague@promis" };
    expect((await search(colleague, "petitclerc")).nodes).toEqual([]);
  });

  it("finds nobody for who may read nobody's identity", async () => {
    await register(promis, "Kwabena", "Asantewaa");
    const dashboard = viewer("promis", "DASHBOARD", { purpose: "STATISTICS", purposes: ["STATISTICS"] });
    expect((await search(coordinator, "asantewaa")).nodes).toEqual([]);
    const { data } = await world.hub.ask(
      dashboard,
      `{ candidates(filter: { search: "asantewaa" }) { nodes { id } } }`,
    );
    expect((data as never as { candidates: Page } | null)?.candidates.nodes ?? []).toEqual([]);
    expect((await search(promis, "asantewaa")).nodes).toHaveLength(1);
  });
});
