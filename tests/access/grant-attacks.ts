/** Attacks with grants straight at the partners, and what a withdrawal and a registry without its database leave. */
import { randomUUID } from "node:crypto";
import { grantMinter, GRANT_SECONDS } from "../../platform/grant.ts";
import type { Viewer } from "../../platform/passport.ts";
import { SECTIONS, type SectionName } from "./expectation.ts";
import { viewerOf, type AccessHub, type Answer, type Asker } from "./hub.ts";
import { expected, FILE, SELECTION } from "./sight.ts";
import { subjectOf, type Story } from "./stories.ts";

/** A section of each partner, with the field of its grant. */
const HELD = [
  { partner: "fccq", section: "MATCHING", grant: "matchingGrant" },
  { partner: "eer", section: "EMPLOYABILITY", grant: "employabilityGrant" },
  { partner: "eer", section: "RELOCATION", grant: "relocationGrant" },
  { partner: "ccmm", section: "PASSERELLE", grant: "passerelleGrant" },
  { partner: "regional", section: "WELCOME", grant: "welcomeGrant" },
] as const;
type Held = (typeof HELD)[number];

const ENTITIES =
  "query ($people: [_Any!]!) { _entities(representations: $people) { ... on Candidate { SELECTION } } }";

/** Who asks in these attacks: every section of somebody is open to them. */
const promis: Asker = {
  subject: subjectOf("COUNSELLOR", "promis"),
  organisation: "promis",
  roles: ["COUNSELLOR"],
  purpose: "SUPPORT",
  scopes: [],
};

/** Somebody of whom `asker` may see all. */
function openTo(asker: Asker, stories: readonly Story[], but: readonly Story[] = []): Story {
  const found = stories.find(
    (story) => !but.includes(story) && SECTIONS.every((section) => expected(asker, story, section) === "see"),
  );
  if (!found) throw new Error("There is nobody of whom all is open.");
  return found;
}

async function grantOf(
  hub: AccessHub,
  viewer: Viewer,
  candidateId: string,
  { grant }: Held,
): Promise<string | null> {
  const answer = await hub.askSubgraph(
    "registry",
    await hub.passport(viewer, "registry"),
    ENTITIES.replace("SELECTION", `grant: ${grant}`),
    { people: [{ __typename: "Candidate", id: candidateId }] },
  );
  return (answer.data?.["_entities"] as ({ grant: string | null } | null)[] | undefined)?.[0]?.grant ?? null;
}

async function present(
  hub: AccessHub,
  viewer: Viewer,
  held: Held,
  representation: Record<string, unknown>,
): Promise<Answer> {
  return hub.askSubgraph(
    held.partner,
    await hub.passport(viewer, held.partner),
    ENTITIES.replace("SELECTION", SELECTION[held.section].join(" ")),
    { people: [{ __typename: "Candidate", ...representation }] },
  );
}

export function grantAttacks(hubOf: () => AccessHub, storiesOf: () => readonly Story[]): void {
  describe.each(HELD)("a grant of the section $section at $partner", (held) => {
    const field = SELECTION[held.section][0];

    it("opens it, and every other use of it gives the same nothing as somebody who does not exist", async () => {
      const hub = hubOf();
      const viewer = viewerOf(promis);
      const story = openTo(promis, storiesOf());
      const other = openTo(promis, storiesOf(), [story]);
      const grant = (await grantOf(hub, viewer, story.candidateId, held)) ?? "";
      const others = (await grantOf(hub, viewer, other.candidateId, held)) ?? "";
      const good = await present(hub, viewer, held, { id: story.candidateId, [held.grant]: grant });
      expect(entity(good)[field]).not.toBeNull();

      const nobody = await present(hub, viewer, held, { id: randomUUID(), [held.grant]: null });
      const [body = "", seal = ""] = grant.split(".");
      const [expiry = "", person = "", ...registrationIds] = body.split("~");
      const forged = [expiry, person, randomUUID()].join("~");
      const prolonged = [(parseInt(expiry, 36) + 1).toString(36), person, ...registrationIds].join("~");
      const about = {
        candidateId: story.candidateId,
        registrationIds,
        section: held.section,
      };
      const key = hub.secrets.grantKeys;
      const neighbour = HELD.find(({ partner }) => partner !== held.partner)?.partner ?? "fccq";
      const sibling = HELD.find(({ section }) => section !== held.section)?.section ?? "MATCHING";
      const late = grantMinter(key[held.partner], () => Date.now() - (GRANT_SECONDS + 1) * 1000);
      const uses: Record<string, [Viewer, Record<string, unknown>]> = {
        "no grant": [viewer, { [held.grant]: null }],
        "a grant that is text": [viewer, { [held.grant]: "grant" }],
        "a grant without its seal": [viewer, { [held.grant]: body }],
        "a grant with a part more": [viewer, { [held.grant]: `${grant}.x` }],
        "a changed grant": [viewer, { [held.grant]: `${forged}.${seal}` }],
        "a grant made to last": [viewer, { [held.grant]: `${prolonged}.${seal}` }],
        "a grant with a shorter seal": [viewer, { [held.grant]: grant.slice(0, -4) }],
        "another partner's key": [viewer, { [held.grant]: hub.mint(neighbour)(about, viewer) }],
        "another section": [
          viewer,
          { [held.grant]: hub.mint(held.partner)({ ...about, section: sibling }, viewer) },
        ],
        "another person": [viewer, { [held.grant]: others }],
        "another registration": [viewer, { [held.grant]: grant, registrationId: randomUUID() }],
        "a grant that has ended": [viewer, { [held.grant]: late(about, viewer) }],
        "another request": [{ ...viewer, requestId: randomUUID() }, { [held.grant]: grant }],
        "another viewer": [{ ...viewer, subject: "colleague@promis" }, { [held.grant]: grant }],
        "another organisation": [{ ...viewer, organisation: "mifi" }, { [held.grant]: grant }],
        "another purpose": [{ ...viewer, purpose: "COORDINATION" }, { [held.grant]: grant }],
      };
      for (const [name, [user, representation]] of Object.entries(uses)) {
        const answer = await present(hub, user, held, { id: story.candidateId, ...representation });
        expect([name, answer.status, answer.text]).toEqual([name, nobody.status, nobody.text]);
      }
    });

    it(`is good for ${GRANT_SECONDS} seconds and not for one more`, async () => {
      const hub = hubOf();
      const viewer = viewerOf(promis);
      const story = openTo(promis, storiesOf());
      const about = { candidateId: story.candidateId, registrationIds: [], section: held.section };
      const minted = (ago: number) =>
        grantMinter(hub.secrets.grantKeys[held.partner], () => Date.now() - ago * 1000)(about, viewer);
      const use = async (grant: string) =>
        entity(await present(hub, viewer, held, { id: story.candidateId, [held.grant]: grant }))[field];
      expect(await use(minted(GRANT_SECONDS - 5))).not.toBeNull();
      expect(await use(minted(GRANT_SECONDS + 1))).toBeNull();
    });
  });
}

function entity(answer: Answer): Record<string, unknown> {
  return (answer.data?.["_entities"] as Record<string, unknown>[] | undefined)?.[0] ?? {};
}

export function withdrawals(hubOf: () => AccessHub, storiesOf: () => readonly Story[]): void {
  it("holds from the next request on, at the gateway and straight at every subgraph", async () => {
    const hub = hubOf();
    const story = storiesOf().find(({ bonds }) => {
      const bond = bonds.get("promis");
      return (
        bond?.tie === "referred" && SECTIONS.filter((section) => bond.words[section] === "given").length > 0
      );
    });
    const section = SECTIONS.find(
      (each) => story?.bonds.get("promis")?.words[each] === "given",
    ) as SectionName;
    if (!story) throw new Error("Nobody gave anything.");
    const shown = async () => {
      const answer = await hub.ask(promis, `{ candidate(id: "${story.candidateId}") { ${FILE} } }`);
      return (answer.data?.["candidate"] as Record<string, unknown> | null)?.[SELECTION[section][0]] ?? null;
    };
    const before = viewerOf(promis);
    const held = HELD.find((each) => each.section === section);
    const old = held ? await grantOf(hub, before, story.candidateId, held) : null;
    expect(await shown()).not.toBeNull();

    const person: Asker = {
      subject: story.account,
      organisation: "self",
      roles: ["CANDIDATE"],
      purpose: "SELF",
      scopes: [],
    };
    const { rows } = await hub.databases.registry.query<{ id: string }>(
      "select id from consent where candidate_id = $1 and recipient = 'promis' and sections = $2 and given and withdrawn_at is null",
      [story.candidateId, [section]],
    );
    const withdrawn = await hub.ask(
      person,
      `mutation ($id: ID!, $reference: ID!) { consentWithdraw(input: { consentId: $id, reference: $reference }) { userErrors { code } } }`,
      { id: rows[0]?.id, reference: randomUUID() },
    );
    expect(withdrawn).toMatchObject({ errors: [] });
    expect(withdrawn.data).toEqual({ consentWithdraw: { userErrors: [] } });

    expect(await shown()).toBeNull();
    const next = viewerOf(promis);
    const registry = await hub.askSubgraph(
      "registry",
      await hub.passport(next, "registry"),
      ENTITIES.replace("SELECTION", HELD.map(({ grant }) => grant).join(" ")),
      { people: [{ __typename: "Candidate", id: story.candidateId }] },
    );
    if (held) {
      expect(entity(registry)[held.grant] ?? null).toBeNull();
      // The grant of the request before is of that request alone.
      const replayed = await present(hub, next, held, { id: story.candidateId, [held.grant]: old });
      expect(entity(replayed)[SELECTION[section][0]]).toBeNull();
    }
  });
}

export function withoutTheRegistrysDatabase(hubOf: () => AccessHub, storiesOf: () => readonly Story[]): void {
  const ask = (story: Story) => hubOf().ask(promis, `{ candidate(id: "${story.candidateId}") { ${FILE} } }`);

  it("gives nothing of anybody when disclosures cannot be written", async () => {
    const { registry } = hubOf().databases;
    const story = openTo(promis, storiesOf());
    await registry.query("revoke insert on disclosure from registry");
    try {
      nothingOf(story, await ask(story));
    } finally {
      await registry.query("grant insert on disclosure to registry");
    }
    expect((await ask(story)).text).toContain(story.candidateId);
  });

  it("gives nothing of anybody when the database stops in mid-run, and all again when it is back", async () => {
    const hub = hubOf();
    const story = openTo(promis, storiesOf());
    let stopped = 0;
    const answers: { answer: Answer; asked: number }[] = [];
    const asking = Array.from({ length: 4 }, async () => {
      for (let turn = 0; turn < 15; turn += 1) {
        const asked = Date.now();
        answers.push({ answer: await ask(story), asked });
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    await hub.registryDatabase(false);
    stopped = Date.now();
    await Promise.all(asking);
    nothingOf(story, await ask(story));
    for (const { answer, asked } of answers) if (asked > stopped) nothingOf(story, answer);
    await hub.registryDatabase(true);
    expect(await soon(async () => (await ask(story)).text.includes("GRANTED"))).toBe(true);
  });
}

/** Whether `holds` comes true within a minute: connections cut a moment ago are found dead only when used. */
async function soon(holds: () => Promise<boolean>): Promise<boolean> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function nothingOf(story: Story, { data, text }: Answer): void {
  expect(data?.["candidate"] ?? null).toBeNull();
  expect(text).not.toContain(story.candidateId);
  expect(text).not.toMatch(/disclosure|permission|database|select |insert /i);
}
