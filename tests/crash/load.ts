/** The work of all four partners, round after round: each change of it is a milestone, or moves a referral. */
import { randomUUID } from "node:crypto";
import { dayInQuebec } from "../../platform/action.ts";
import { prepareOrganisations } from "../../local/world/organisations.ts";
import { TimeIsUp, type Change, type Client } from "./client.ts";
import type { CrashHub } from "./hub.ts";

/** What cannot be made through the graph by any of the personas, or is of no matter to the test. */
export async function prepare(hub: CrashHub): Promise<void> {
  await hub.inspect("registry", (registry) => prepareOrganisations(registry, "crash"));
  await hub.inspect("regional", async (regional) => {
    for (const [code, city, region] of [
      ["bas-saint-laurent-1", "Rimouski", "01"],
      ["estrie-1", "Sherbrooke", "05"],
    ]) {
      await regional.query("insert into regional_partner (code, city) values ($1, $2)", [code, city]);
      await regional.query(
        "insert into coverage (id, partner_code, region_code, covers_from) values (uuidv7(), $1, $2, '2018-04-01')",
        [code, region],
      );
    }
  });
}

/** One round of somebody's work, to be repeated until the time is up. */
type Round = () => Promise<void>;

/** Everybody who works, so many of each partner, each with a person and a file of their own to work on. */
export async function workers(client: Client, hub: CrashHub, each: number): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let count = 0; count < each; count += 1)
    rounds.push(
      await offers(client),
      await care(client, "promis"),
      await care(client, "inici"),
      await files(client),
      await welcome(client, "bas-saint-laurent-1", "01"),
      await welcome(client, "estrie-1", "05"),
      await referrals(client, hub),
    );
  return rounds;
}

/** Repeats a round until the client's time is up. */
export async function work(round: Round): Promise<void> {
  try {
    for (;;) await round();
  } catch (error) {
    if (!(error instanceof TimeIsUp)) throw error;
  }
}

/** FCCQ: offers are proposed and refused. */
async function offers(client: Client): Promise<Round> {
  const by = "officer@fccq";
  const { ticket } = await register(client, by);
  const participant = made(
    await client.change(by, "participantEnrol", "participant { id }", {
      ticket,
      occupation: "22301",
      skills: ["dessin technique"],
      experienceYears: 3,
      targetedRegions: ["01"],
    }),
  );
  const business = made(
    await client.change(by, "businessRecord", "business { id }", {
      name: "Scierie du Fleuve",
      sector: "31",
      regionCode: "01",
      city: "Rimouski",
    }),
  );
  const position = made(
    await client.change(by, "positionOpen", "position { id }", {
      businessId: business,
      title: "Technicienne en génie mécanique",
      occupation: "22301",
      skills: ["dessin technique"],
      regionCode: "01",
      city: "Rimouski",
      frenchSpeaking: 4,
      frenchWriting: 2,
    }),
  );
  return async () => {
    const offer = made(
      await client.change(by, "offerPropose", "offer { id }", {
        participantId: participant,
        positionId: position,
      }),
    );
    const input = { offerId: offer, reason: "Le salaire." };
    made(await client.change(by, "offerRefuse", "offer { id }", input, "OfferEndInput"));
  };
}

/** EER: a household goes from the care of one counsellor into that of another, and back. */
async function care(client: Client, organisation: string): Promise<Round> {
  const by = `counsellor@${organisation}`;
  const { ticket } = await register(client, by);
  const household = made(
    await client.change(by, "householdOpen", "household { id }", {
      ticket,
      track: "EMPLOYMENT",
      source: "WORD_OF_MOUTH",
    }),
  );
  const counsellors: string[] = [];
  for (const name of ["Mariama Diallo", "Thanh Nguyễn"])
    counsellors.push(
      made(await client.change(by, "counsellorAdd", "counsellor { id }", { subject: randomUUID(), name })),
    );
  return async () => {
    const counsellorId = counsellors.shift() ?? "";
    counsellors.push(counsellorId);
    made(
      await client.change(by, "counsellorAssign", "assignment { id }", {
        householdId: household,
        counsellorId,
      }),
    );
  };
}

/** CCMM: a file of the Passerelle is closed and reopened. */
async function files(client: Client): Promise<Round> {
  const by = "adviser@ccmm";
  const { ticket } = await register(client, by);
  const participantId = made(
    await client.change(by, "passerelleRegister", "participant { id }", {
      ticket,
      status: "PERMANENT_RESIDENT",
      postalCode: "H2X",
      sector: "54",
      occupation: "21231",
      skills: ["typescript"],
      experienceYears: 4,
    }),
  );
  return async () => {
    const input = { participantId, reason: "LOST_CONTACT" };
    made(await client.change(by, "passerelleFileClose", "participant { id }", input));
    made(await client.change(by, "passerelleFileReopen", "participant { id }", { participantId }));
  };
}

/** A regional partner: a household is expected, arrives, and leaves again. */
async function welcome(client: Client, partner: string, regionCode: string): Promise<Round> {
  const by = `professional@${partner}`;
  const { ticket } = await register(client, by);
  const step = async (mutation: string, input: object) =>
    made(await client.change(by, mutation, "welcomeCase { id }", { ...input }));
  let month = 0;
  const offer = async () => {
    const places = { regionCode, month: monthsAhead(month), offered: 500 };
    made(await client.change(by, "capacitySet", "capacity { id: month }", places));
  };
  await offer();
  return async () => {
    const caseId = await step("welcomeCaseOpen", { ticket, regionCode, adults: 1, children: 0 });
    await step("welcomeContactConfirm", { caseId });
    const plan = () =>
      client.change(by, "welcomeArrivalPlan", "welcomeCase { id }", {
        caseId,
        expectedOn: monthsAhead(month),
      });
    while ((await plan()).codes.includes("CONFLICT")) {
      // No place is left in that month.
      month += 1;
      await offer();
    }
    await step("welcomeArrivalConfirm", { caseId });
    await step("welcomeDepartureRecord", { caseId, reason: "JOB", destination: "MONTREAL" });
  };
}

/** PROMIS refers somebody to FCCQ, which declines, or accepts and brings it to its end. */
async function referrals(client: Client, hub: CrashHub): Promise<Round> {
  const { id } = await register(client, "counsellor@promis");
  const { rows } = await hub.inspect("registry", (registry) =>
    registry.query<{ candidateId: string }>(
      'select candidate_id as "candidateId" from registration where id = $1',
      [id],
    ),
  );
  const candidateId = rows[0]?.candidateId;
  let round = 0;
  return async () => {
    const referralId = made(
      await client.change("counsellor@promis", "referralSend", "referral { id }", {
        candidateId,
        to: "fccq",
        reason: "OTHER",
        message: "Pour rencontrer un employeur.",
        sections: ["EMPLOYABILITY"],
      }),
    );
    const move = async (mutation: string, input: object = {}, type?: string) =>
      made(await client.change("officer@fccq", mutation, "referral { id }", { referralId, ...input }, type));
    if ((round += 1) % 3 === 0) {
      await move("referralDecline", { reason: "NO_CAPACITY" });
      return;
    }
    await move("referralAccept");
    await move("referralStart", {}, "ReferralMoveInput");
    await move("referralComplete", { outcome: "GOAL_REACHED" });
  };
}

async function register(client: Client, by: string): Promise<{ id: string; ticket: string }> {
  const { thing, codes } = await client.change(by, "registrationRecord", "registration { id ticket }", {
    organisationReference: randomUUID(),
    entryDoor: "WALK_IN",
    givenNames: "Thị Mai",
    familyNames: "Trần",
  });
  if (!thing) throw new Error(`Nobody could be registered: ${codes.join(", ")}`);
  return thing as unknown as { id: string; ticket: string };
}

/** The id of what was made. A refusal is a fault of the test: nothing else works on the same things. */
function made({ thing, codes }: Change): string {
  if (!thing) throw new Error(`A change was refused: ${codes.join(", ")}`);
  return thing["id"] ?? "";
}

/** A day of this month, or of one of those that follow. */
function monthsAhead(months: number): string {
  const [year = 0, month = 1, day = 1] = dayInQuebec(new Date()).split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1 + months, months === 0 ? day : 1));
  return date.toISOString().slice(0, 10);
}
