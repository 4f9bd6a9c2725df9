/** The stories as rows of the registry: registrations, referrals, consents, emergencies and accounts. */
import type pg from "pg";
import { SECTIONS, type SectionName, type Tie, type Word } from "./expectation.ts";
import {
  BYSTANDER,
  ELSEWHERE,
  idOf,
  NEIGHBOUR,
  ORGANISATIONS,
  subjectOf,
  TENANTS,
  type Story,
} from "./stories.ts";
import { writeIdentities } from "./story-identity.ts";

/**
 * Writes the stories into the registry: new people made of registrations that the demonstration world knows, so that
 * every partner has its rows of them.
 * @param alone whether the registry is to know of nobody else, so that lists are as long as the stories
 */
export async function writeStories(
  registry: pg.Pool,
  stories: readonly Story[],
  alone: boolean,
): Promise<void> {
  const client = await registry.connect();
  try {
    await client.query("begin");
    await insert(client, "candidate", stories.map(candidateOf));
    await assignRegistrations(client, stories);
    await insert(client, "referral", stories.flatMap(referralsOf));
    await insert(client, "consent", stories.flatMap(consentsOf));
    await insert(client, "assessment", stories.flatMap(assessmentsOf));
    await insert(client, "support_need", stories.flatMap(needsOf));
    await insert(client, "emergency_access", stories.flatMap(emergenciesOf));
    await insert(
      client,
      "candidate_account",
      stories.map(({ account, candidateId }) => ({
        subject: account,
        candidate_id: candidateId,
        opened_at: daysAgo(9),
      })),
    );
    await writeIdentities(client, stories);
    if (alone) await forgetOthers(client, stories);
    await client.query("commit");
  } finally {
    client.release();
  }
}

async function forgetOthers(client: pg.PoolClient, stories: readonly Story[]): Promise<void> {
  const kept = [stories.map(({ candidateId }) => candidateId)];
  await client.query(
    "delete from referral_move using referral where referral.id = referral_id and candidate_id <> all($1)",
    kept,
  );
  for (const table of [
    "assessment",
    "support_need",
    "candidate_account",
    "emergency_access",
    "consent",
    "missed_proposal",
    "referral",
    "milestone",
    "registration",
  ])
    await client.query(`delete from ${table} where candidate_id <> all($1)`, kept);
  await client.query("delete from candidate where id <> all($1)", kept);
}

type Row = Record<string, unknown>;

function candidateOf({ candidateId }: Story, index: number): Row {
  return {
    id: candidateId,
    created_at: daysAgo(400 - index),
    stage: "EMPLOYABILITY",
    stage_since: daysAgo(60),
    responsible: "promis",
    next_step: "DECLARE_READY",
    due_on: day(index + 5),
    montreal_step: null,
  };
}

async function assignRegistrations(client: pg.PoolClient, stories: readonly Story[]): Promise<void> {
  const wanted = [...ORGANISATIONS, NEIGHBOUR];
  const { rows } = await client.query<{ id: string; organisation: string }>(
    // Of whom the schedule has taken away who they are, nobody is found by what their organisation wrote.
    `select id, organisation_code as organisation from registration
     where organisation_code = any($1) and anonymised_on is null order by id`,
    [wanted],
  );
  const pools = new Map(
    wanted.map((code) => [code, rows.filter(({ organisation }) => organisation === code)]),
  );
  const moved: Row[] = [];
  const added: Row[] = [];
  for (const story of stories)
    for (const organisation of story.registeredBy) {
      const { candidateId } = story;
      const known = pools.get(organisation)?.pop();
      if (known) moved.push({ id: known.id, candidate_id: candidateId });
      else added.push(registrationOf(candidateId, organisation));
      story.registrationId ||= known?.id ?? idOf(`registration ${candidateId} ${organisation}`);
    }
  await client.query(
    `update registration set candidate_id = moved.candidate_id
     from jsonb_to_recordset($1) as moved (id uuid, candidate_id uuid) where registration.id = moved.id`,
    [JSON.stringify(moved)],
  );
  await client.query(
    `update milestone set candidate_id = registration.candidate_id from registration
     where registration.id = registration_id and milestone.candidate_id <> registration.candidate_id`,
  );
  await insert(client, "registration", added);
}

function registrationOf(candidateId: string, organisation: string): Row {
  return {
    id: idOf(`registration ${candidateId} ${organisation}`),
    candidate_id: candidateId,
    organisation_code: organisation,
    organisation_reference: idOf(`reference ${candidateId} ${organisation}`),
    entry_door: "WEBSITE",
    registered_on: day(-90),
    recorded_at: daysAgo(90),
    given_names: "Noor",
    family_names: `of ${organisation}`,
  };
}

const STATES: Partial<Record<Tie, string>> = {
  referred: "REQUESTED",
  "referred, in progress": "IN_PROGRESS",
  "referral ended": "COMPLETED",
  "registered and referred": "ACCEPTED",
};

function referralsOf({ candidateId, bonds }: Story): Row[] {
  return [...bonds].flatMap(([organisation, { tie, named }]) => {
    const state = STATES[tie];
    return state
      ? [
          {
            id: idOf(`referral ${candidateId} ${organisation}`),
            candidate_id: candidateId,
            from_organisation: BYSTANDER,
            to_organisation: organisation,
            reason: "OTHER",
            sections: named,
            state,
            requested_at: daysAgo(20),
            requested_by: "somebody",
            due_on: day(20),
            state_since: daysAgo(20),
            state_by: "somebody",
            outcome: state === "COMPLETED" ? "Done." : null,
          },
        ]
      : [];
  });
}

/** What each organisation that registered the person found of them. */
function assessmentsOf({ candidateId, registeredBy }: Story): Row[] {
  return registeredBy.map((organisation) => ({
    id: idOf(`assessment ${candidateId} ${organisation}`),
    candidate_id: candidateId,
    organisation_code: organisation,
    assessed_by: "somebody",
    assessed_at: daysAgo(15),
    stage: "EMPLOYABILITY",
    step: "FRENCH",
    verdict: "NEEDS_SUPPORT",
    note: "Would like to speak more at work.",
  }));
}

/** What each of them promised, and did not give. */
function needsOf({ candidateId, registeredBy }: Story): Row[] {
  return registeredBy.map((organisation) => ({
    id: idOf(`need ${candidateId} ${organisation}`),
    candidate_id: candidateId,
    organisation_code: organisation,
    recorded_by: "somebody",
    recorded_at: daysAgo(15),
    stage: "EMPLOYABILITY",
    step: "FRENCH",
    kind: "FRENCH_COURSES",
    note: "An evening course, near home.",
    state: "PROMISED",
    promised_by: organisation,
    due_on: day(-3),
  }));
}

/** Those whom a role could not let open a file have it open too: it must do them no good. */
const OPENERS = ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL", "SYSTEM", "COORDINATOR", "DASHBOARD"];

function emergenciesOf({ candidateId, bonds }: Story): Row[] {
  return [...bonds].flatMap(([organisation, { tie }]) => {
    if (!tie.includes("emergency")) return [];
    const over = tie === "emergency over";
    return OPENERS.map((role) => ({
      id: idOf(`emergency ${candidateId} ${organisation} ${role}`),
      candidate_id: candidateId,
      subject: subjectOf(role, organisation),
      organisation_code: organisation,
      reason: "The person called from the hospital and could not speak for long.",
      opened_at: new Date(Date.now() - (over ? 7_200_000 : 60_000)),
      until: new Date(Date.now() + (over ? -3_600_000 : 3 * 3_600_000)),
    }));
  });
}

type Said = {
  given?: boolean;
  purpose?: string;
  to?: string;
  on?: number;
  expires?: number;
  withdrawn?: number;
};

/** What each word is, as the consents recorded one after the other. */
const SAID: Record<Word, Said[]> = {
  none: [],
  given: [{}],
  refused: [{ given: false }],
  withdrawn: [{ withdrawn: 2 }],
  expired: [{ on: -700, expires: -3 }],
  "given for another purpose": [{ purpose: "STATISTICS" }],
  "given to another organisation": [{ to: ELSEWHERE }],
  "given from tomorrow": [{ on: 2 }],
  "refused, then given": [{ given: false }, {}],
  "given, then refused": [{}, { given: false }],
  "withdrawn, then given": [{ withdrawn: 2 }, {}],
  "given, and refused for another purpose": [{}, { given: false, purpose: "STATISTICS" }],
};

function consentsOf(story: Story): Row[] {
  if (story.group) return consentsTo(story, null);
  return [...story.bonds.keys()].flatMap((organisation) => consentsTo(story, organisation));
}

/** What was said to one organisation; to the group, when it is null. */
function consentsTo({ candidateId, bonds, group }: Story, organisation: string | null): Row[] {
  return SECTIONS.flatMap((section) => {
    const word = organisation ? bonds.get(organisation)?.words[section] : group;
    return word ? consentRows(candidateId, organisation, section, SAID[word]) : [];
  });
}

const SAID_TO = new WeakMap<Story, Map<string, object[]>>();

/** What an organisation may take to have been said to it, as the facts that the decision reads; put together once. */
export function consentsSaid(story: Story, organisation: string): object[] {
  const known = SAID_TO.get(story) ?? new Map<string, object[]>();
  SAID_TO.set(story, known);
  const said = known.get(organisation) ?? saidTo(story, organisation);
  known.set(organisation, said);
  return said;
}

function saidTo(story: Story, organisation: string): object[] {
  const toGroup = story.group !== null;
  if (toGroup && !TENANTS.has(organisation)) return [];
  return consentsTo(story, toGroup ? null : organisation)
    .filter((row) => toGroup || row["recipient"] === organisation)
    .map((row) => ({
      sections: row["sections"],
      purpose: row["purpose"],
      given: row["given"],
      givenOn: row["given_on"],
      expiresOn: row["expires_on"],
      recordedAt: row["recorded_at"],
      withdrawnAt: row["withdrawn_at"],
    }));
}

function consentRows(
  candidateId: string,
  recipient: string | null,
  section: SectionName,
  said: Said[],
): Row[] {
  return said.map(({ given = true, purpose = "SUPPORT", to, on = -30, expires = 300, withdrawn }, order) => ({
    id: idOf(`consent ${candidateId} ${recipient ?? "group"} ${section} ${order}`),
    candidate_id: candidateId,
    recipient: to ?? recipient,
    recipient_group: recipient ? null : "emplois-en-regions",
    given_by: "PERSON",
    sections: [section],
    purpose,
    given,
    collected_how: "ONLINE",
    collected_by: "somebody",
    collected_for: BYSTANDER,
    given_on: day(on),
    expires_on: day(expires),
    recorded_at: daysAgo(30 - order),
    withdrawn_at: withdrawn === undefined ? null : daysAgo(withdrawn),
    withdrawn_by: withdrawn === undefined ? null : "somebody",
  }));
}

async function insert(client: pg.PoolClient, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(", ");
  for (let start = 0; start < rows.length; start += 5_000)
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows.slice(start, start + 5_000))],
    );
}

function day(inDays: number): string {
  return new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);
}

function daysAgo(days: number): Date {
  return new Date(Date.now() - days * 86_400_000);
}
