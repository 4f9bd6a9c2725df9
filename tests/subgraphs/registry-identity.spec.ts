/** Any door: who is recognised, who is left for a human, what the human decides, and that it can be undone. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import {
  ccmm,
  coordinator,
  fccq,
  openIdentityWorld,
  promis,
  somebody,
  type IdentityWorld,
} from "../support/identity-world.ts";

let world: IdentityWorld;
beforeAll(async () => {
  world = await openIdentityWorld();
});
afterAll(() => world.close());

/** One door and another heard of somebody who may be the same: born the same day, of that name, and nothing more. */
async function twoWhoMayBeOne() {
  const said = somebody();
  const one = await world.register(promis, said);
  const other = await world.register(fccq, {
    ...said,
    email: null,
    phone: null,
    address: null,
    postalCode: null,
    city: "Gatineau",
  });
  return { one, other };
}

const QUEUE = /* GraphQL */ `
  query Queue {
    possibleDuplicates(first: 100) {
      nodes {
        id
        probability
        gates
        evidence {
          field
          level
          weight
        }
        one {
          registrationId
          organisation {
            code
          }
          candidate {
            id
            name {
              display
            }
          }
        }
        other {
          registrationId
          organisation {
            code
          }
          candidate {
            id
            name {
              display
            }
          }
        }
      }
    }
  }
`;

interface Side {
  registrationId: string | null;
  organisation: { code: string };
  candidate: { id: string; name: { display: string } | null } | null;
}
interface Question {
  id: string;
  probability: number | null;
  gates: string[] | null;
  evidence: { field: string; level: string; weight: number }[] | null;
  one: Side;
  other: Side;
}

async function queueOf(by: Parameters<IdentityWorld["ask"]>[0]): Promise<Question[]> {
  const { possibleDuplicates } = await world.ask<{ possibleDuplicates: { nodes: Question[] } }>(by, QUEUE);
  return possibleDuplicates.nodes;
}

async function questionOf(by: Parameters<IdentityWorld["ask"]>[0], registrationId: string) {
  const [row] = await world.hub.owner.query(
    "select id from possible_duplicate where $1 in (one_id, other_id)",
    [registrationId],
  );
  return (await queueOf(by)).find(({ id }) => id === row?.id);
}

describe("A person who comes to a second door", () => {
  it("is recognised, however their name is written there", async () => {
    const said = somebody({ givenNames: "Oleksandra" });
    const first = await world.register(promis, said);
    expect(first).toMatchObject({ outcome: "NEW", mayBeKnownTo: [] });
    const second = await world.register(fccq, {
      ...said,
      givenNames: "Alexandra",
      familyNames: said["familyNames"]?.toUpperCase() ?? null,
    });
    expect(second).toMatchObject({ outcome: "LINKED", mayBeKnownTo: [] });
    expect(await world.candidateOf(second.id)).toBe(await world.candidateOf(first.id));
  });

  it("is given to the door with its answer, by the name that was said there, so that their file can be worked on", async () => {
    const said = somebody({ givenNames: "Oleksandra" });
    const first = await world.register(promis, said);
    const second = await world.register(fccq, { ...said, givenNames: "Alexandra" });
    expect(first.candidate?.name?.display).toBe(`Oleksandra ${said["familyNames"]}`);
    expect(second.candidate).toEqual({
      id: first.candidate?.id,
      name: { display: `Alexandra ${said["familyNames"]}` },
    });
  });

  it("shows that door its own file alone, until they agree to more", async () => {
    const said = somebody({ givenNames: "Oleksandra" });
    await world.register(promis, { ...said, givenNames: "Oleksandra Nadia" });
    const second = await world.register(fccq, said);
    const id = await world.candidateOf(second.id);
    const { candidate } = await world.ask<{ candidate: unknown }>(
      fccq,
      `query ($id: ID!) { candidate(id: $id) {
        name { declared { givenNames source { code } } } registrations { organisation { code } } timeline { nodes { kind } } } }`,
      { id },
    );
    expect(candidate).toMatchObject({
      name: { declared: [{ givenNames: "Oleksandra", source: { code: "fccq" } }] },
      registrations: [{ organisation: { code: "fccq" } }],
      timeline: { nodes: [{ kind: "REGISTERED" }] },
    });
  });

  it("is left for a human when a machine could not defend it, and the door is told whom to ask and nothing else", async () => {
    const { one, other } = await twoWhoMayBeOne();
    expect(other).toMatchObject({ outcome: "POSSIBLE_DUPLICATE", mayBeKnownTo: ["promis"] });
    expect(await world.candidateOf(other.id)).not.toBe(await world.candidateOf(one.id));
    const question = await questionOf(fccq, other.id);
    const sides = [question?.one, question?.other].sort((a, b) =>
      (a?.organisation.code ?? "") < (b?.organisation.code ?? "") ? -1 : 1,
    );
    expect(question).toMatchObject({ probability: null, gates: null, evidence: null });
    expect(sides[0]).toMatchObject({ registrationId: other.id, organisation: { code: "fccq" } });
    expect(sides[1]).toEqual({ registrationId: null, organisation: { code: "promis" }, candidate: null });
  });

  it("is found again by the id they had before", async () => {
    const { one, other } = await twoWhoMayBeOne();
    const before = await world.candidateOf(other.id);
    await world.link(coordinator, one.id, other.id);
    const { candidate } = await world.ask<{ candidate: { id: string } }>(
      fccq,
      "query ($id: ID!) { candidate(id: $id) { id name { display } } }",
      { id: before },
    );
    expect(candidate.id).toBe(await world.candidateOf(one.id));
  });

  it("is one person when both doors register them at the same moment", async () => {
    const said = somebody();
    const doors = [promis, fccq, ccmm];
    const registered = await Promise.all(doors.map((door) => world.register(door, said)));
    const candidates = new Set(await Promise.all(registered.map(({ id }) => world.candidateOf(id))));
    expect(candidates.size).toBe(1);
  });

  it("is asked about when what one door declared is put right", async () => {
    const said = somebody();
    const one = await world.register(promis, said);
    const other = await world.register(fccq, somebody());
    expect(other.outcome).toBe("NEW");
    await world.ask(
      fccq,
      "mutation ($input: RegistrationCorrectInput!) { registrationCorrect(input: $input) { userErrors { code } } }",
      { input: { ...said, reference: randomUUID(), registrationId: other.id } },
    );
    const question = await questionOf(coordinator, other.id);
    expect([question?.one.registrationId, question?.other.registrationId]).toContain(one.id);
  });
});

describe("The queue of possible duplicates", () => {
  it("shows the coordinator what each field says, and nobody's values", async () => {
    const { one, other } = await twoWhoMayBeOne();
    const question = await questionOf(coordinator, other.id);
    expect([question?.one.registrationId, question?.other.registrationId].sort()).toEqual(
      [one.id, other.id].sort(),
    );
    expect(question?.evidence?.find(({ field }) => field === "birth")).toMatchObject({ level: "EXACT" });
    expect(question?.gates).toContain("NAMESAKES");
    expect(question?.one.candidate?.name).toBeNull();
    expect(question?.other.candidate?.name).toBeNull();
  });

  it("is empty for organisations that registered neither", async () => {
    await twoWhoMayBeOne();
    expect(await queueOf(ccmm)).toEqual([]);
  });
});

describe("A human", () => {
  it("links two registrations, and takes it back: each is again whom it was", async () => {
    const { one, other } = await twoWhoMayBeOne();
    const before = await world.dump();
    const linked = await world.link(coordinator, one.id, other.id);
    expect(linked.errors).toEqual([]);
    expect(await world.candidateOf(other.id)).toBe(await world.candidateOf(one.id));
    expect(await questionOf(coordinator, other.id)).toBeUndefined();
    expect(await world.takeBack(coordinator, linked.id ?? "")).toMatchObject({ errors: [] });
    expect(await world.dump()).toEqual(before);
    expect(await questionOf(coordinator, other.id)).toBeDefined();
  });

  it("declares two different: nobody asks again, and nobody links them or those who are one with them", async () => {
    const { one, other } = await twoWhoMayBeOne();
    const third = await world.register(ccmm, somebody());
    await world.link(coordinator, other.id, third.id);
    expect((await world.declareDifferent(coordinator, one.id, other.id)).errors).toEqual([]);
    expect(await questionOf(coordinator, one.id)).toBeUndefined();
    expect((await world.link(coordinator, one.id, other.id)).errors).toEqual([
      "CONFLICT otherRegistrationId",
    ]);
    expect((await world.link(coordinator, one.id, third.id)).errors).toEqual([
      "CONFLICT otherRegistrationId",
    ]);
  });

  it("decides on files they may read, and on no others", async () => {
    const { one, other } = await twoWhoMayBeOne();
    expect((await world.link(fccq, other.id, one.id)).errors).toEqual([
      "UNKNOWN_REFERENCE otherRegistrationId",
    ]);
    expect((await world.link(fccq, other.id, randomUUID())).errors).toEqual([
      "UNKNOWN_REFERENCE otherRegistrationId",
    ]);
    const own = await world.register(fccq, somebody());
    expect((await world.link(fccq, other.id, own.id)).errors).toEqual([]);
  });

  it("sees who linked two registrations, and why", async () => {
    const { one, other } = await twoWhoMayBeOne();
    await world.link(coordinator, one.id, other.id);
    const id = await world.candidateOf(one.id);
    const query = `query ($id: ID!) { candidate(id: $id) { identityDecisions { outcome decidedBy reason organisation { code } } } }`;
    const { candidate } = await world.ask<{ candidate: { identityDecisions: unknown[] } }>(
      coordinator,
      query,
      {
        id,
      },
    );
    expect(candidate.identityDecisions).toEqual([
      {
        outcome: "LINKED",
        decidedBy: "coordinator@alliance",
        reason: "They said so themselves.",
        organisation: { code: "alliance" },
      },
    ]);
    const own = await world.ask<{ candidate: { identityDecisions: unknown[] } }>(fccq, query, { id });
    expect(own.candidate.identityDecisions).toEqual([]);
  });
});
