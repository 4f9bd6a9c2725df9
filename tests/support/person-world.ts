/** A registry with people who log in themselves, for the tests of what they see and of what they say is wrong. */
import { randomUUID } from "node:crypto";
import { registry } from "../../subgraphs/registry/subgraph.ts";
import { register } from "./register.ts";
import { openSubgraph, TEST_GRANT_KEY, viewer, type TestSubgraph } from "./subgraph.ts";

export const counsellor = viewer("promis", "COUNSELLOR");
export const officer = viewer("fccq", "OFFICER");
export const coordinator = viewer("alliance", "COORDINATOR", {
  purpose: "COORDINATION",
  purposes: ["COORDINATION"],
});

/** The person behind a subject, as the gateway would describe them. */
export function person(subject: string) {
  return viewer("self", "CANDIDATE", { subject, purpose: "SELF", purposes: ["SELF"] });
}

export type Outcome = Record<string, unknown> & { userErrors: { code: string; field: string[] | null }[] };

export interface Known {
  candidateId: string;
  registrationId: string;
  subject: string;
}

export interface PersonWorld {
  hub: TestSubgraph;
  /** What a mutation gave: the thing under its own name, and the user errors. */
  change: (by: typeof counsellor, mutation: string, selection: string, input: object) => Promise<Outcome>;
  /** A person whom PROMIS registered, and who logs in. */
  aPersonWithAccount: () => Promise<Known>;
  /** FCCQ registers the same person: the registry believes both registrations to be one person's. */
  alsoAtFccq: (candidateId: string) => Promise<string>;
}

/** An empty registry whose clock is `now`. */
export async function openPersonWorld(now: () => Date): Promise<PersonWorld> {
  const settings = { FCCQ_GRANT_KEY: TEST_GRANT_KEY, EER_GRANT_KEY: TEST_GRANT_KEY };
  const hub = await openSubgraph(
    registry,
    { ...settings, CCMM_GRANT_KEY: TEST_GRANT_KEY, REGIONAL_GRANT_KEY: TEST_GRANT_KEY },
    now,
  );
  return { hub, change, aPersonWithAccount, alsoAtFccq };

  async function change(
    by: typeof counsellor,
    mutation: string,
    selection: string,
    input: object,
  ): Promise<Outcome> {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await hub.ask(
      by,
      `mutation ($input: ${type}!) { outcome: ${mutation}(input: $input) { ${selection} userErrors { code field } } }`,
      { input: { reference: randomUUID(), ...input } },
    );
    if (errors) throw new Error(errors.map(({ message }) => message).join());
    return (data as never as { outcome: Outcome }).outcome;
  }

  async function aPersonWithAccount(): Promise<Known> {
    const { registrationId, candidateId } = await register(hub, counsellor, {
      givenNames: "Thị Mai",
      familyNames: "Trần",
      phone: "514 555-0101",
    });
    const subject = `person-${randomUUID()}`;
    const opened = await change(counsellor, "accountOpen", "account { subject }", {
      candidateId,
      subject,
    });
    expect(opened).toEqual({ account: { subject }, userErrors: [] });
    return { candidateId, registrationId, subject };
  }

  async function alsoAtFccq(candidateId: string): Promise<string> {
    const { registration } = await change(officer, "registrationRecord", "registration { id }", {
      organisationReference: randomUUID(),
      entryDoor: "WEBSITE",
      familyNames: "Tran",
    });
    const { id } = registration as { id: string };
    await hub.database.query("update registration set candidate_id = $1 where id = $2", [candidateId, id]);
    return id;
  }
}
