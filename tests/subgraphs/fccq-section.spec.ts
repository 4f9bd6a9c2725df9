import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { MatchState } from "../../subgraphs/fccq/domain/match.ts";
import { MediaState } from "../../subgraphs/fccq/domain/media.ts";
import { counsellor, openWorld, read, TODAY, type World } from "../support/fccq-world.ts";
import { statementsPerTable } from "../support/subgraph.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const SECTION = /* GraphQL */ `
  query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Candidate {
        matching {
          profiles {
            occupation
            targetedRegions {
              code
            }
          }
          matches {
            state
            reviews {
              outcome
            }
            position {
              title
              business {
                name
                chamber {
                  name
                }
                corporateMembership {
                  since
                }
              }
            }
          }
          interviews {
            state
            startsAt
            link
            roomName
            event {
              title
            }
            business {
              name
            }
          }
          offers {
            state
            position {
              title
            }
          }
          activities {
            attendance
            activity {
              title
              programme {
                title
              }
            }
          }
          followUps {
            note
          }
          financialGuidance {
            aid
          }
          testimonies {
            describedAs
            media {
              title
            }
          }
        }
      }
    }
  }
`;

/** A person whom FCCQ has done everything for; gives the registration. */
async function accompanied(): Promise<string> {
  const { registrationId, id: participantId } = await world.participant();
  const chamber = await world.chamber();
  const business = await world.business({ chamberId: chamber.id });
  await world.member({ businessId: business.id });
  const position = await world.position({ businessId: business.id });
  const match = await world.match({ registrationId, positionId: position.id, state: MatchState.INVITED });
  await world.review({ matchId: match.id });
  await world.interview({ matchId: match.id });
  const { id: activityId } = await world.activity();
  await world.guest({ activityId, registrationId });
  const job = await world.job({ registrationId });
  await world.change("workerFollowUpRecord", "followUp { id }", {
    offerId: job.id,
    channel: "VIDEO",
    employed: true,
    note: "Bien installée.",
  });
  await world.change("financialGuidanceRecord", "guidance { id }", {
    participantId,
    aid: "RELOCATION",
    grantedBy: "Services Québec",
  });
  await world.video({ state: MediaState.PUBLISHED, publishedOn: TODAY }, { registrationId });
  return registrationId;
}

function representationOf(...registrationIds: string[]) {
  const id = randomUUID();
  const matchingGrant = world.hub.grant(counsellor, "MATCHING", id, ...registrationIds);
  return { __typename: "Candidate", id, matchingGrant };
}

describe("The section MATCHING", () => {
  it("holds everything that FCCQ did for the person", async () => {
    const registrationId = await accompanied();
    const data = await read(world.hub, counsellor, SECTION, {
      representations: [representationOf(registrationId)],
    });
    expect(data).toEqual({
      _entities: [
        {
          matching: {
            profiles: [{ occupation: "22301", targetedRegions: [{ code: "01" }] }],
            matches: [
              {
                state: "INVITED",
                reviews: [{ outcome: null }],
                position: {
                  title: "Technicienne en génie mécanique",
                  business: {
                    name: "Scierie du Fleuve",
                    chamber: { name: "Chambre de commerce de Rimouski" },
                    corporateMembership: { since: "2015-01-01" },
                  },
                },
              },
            ],
            interviews: [
              {
                state: "BOOKED",
                startsAt: "2026-11-27T15:00:00.000Z",
                link: expect.stringContaining("https://salles.example/"),
                roomName: expect.stringContaining("Salle"),
                event: { title: "Les vendredis de l'emploi" },
                business: { name: "Scierie du Fleuve" },
              },
            ],
            offers: [{ state: "ACCEPTED", position: { title: "Technicienne en génie mécanique" } }],
            activities: [
              { attendance: "EXPECTED", activity: { title: "Une journée à Rimouski", programme: [] } },
            ],
            followUps: [{ note: "Bien installée." }],
            financialGuidance: [{ aid: "RELOCATION" }],
            testimonies: [
              { describedAs: "Ingénieure établie à Rimouski", media: { title: "Vivre à Rimouski" } },
            ],
          },
        },
      ],
    });
  });

  it("holds what is known under each registration that the grant names, and under no other", async () => {
    const first = await world.participant({ occupation: "21301" });
    const second = await world.participant({ occupation: "75101" });
    await world.participant();
    const data = await read(world.hub, counsellor, SECTION, {
      representations: [representationOf(first.registrationId, second.registrationId)],
    });
    expect(data).toMatchObject({
      _entities: [{ matching: { profiles: [{ occupation: "21301" }, { occupation: "75101" }] } }],
    });
  });

  it("is empty for a person whom FCCQ does not know", async () => {
    const data = await read(world.hub, counsellor, SECTION, {
      representations: [representationOf(), representationOf(randomUUID())],
    });
    const nothing = {
      profiles: [],
      matches: [],
      interviews: [],
      offers: [],
      activities: [],
      followUps: [],
      financialGuidance: [],
      testimonies: [],
    };
    expect(data).toEqual({ _entities: [{ matching: nothing }, { matching: nothing }] });
  });

  it("costs one statement per table, for one person and for fifty", async () => {
    const registrations: string[] = [];
    for (let person = 0; person < 50; person += 1) registrations.push(await accompanied());
    const representations = registrations.map((registrationId) => representationOf(registrationId));
    const count = async (many: number) =>
      statementsPerTable(
        await world.hub.statements(() =>
          read(world.hub, counsellor, SECTION, { representations: representations.slice(0, many) }),
        ),
      );
    const once = {
      participant: 1,
      match: 1,
      match_review: 1,
      position: 1,
      business: 1,
      chamber: 1,
      corporate_member: 1,
      interview: 1,
      interview_event: 1,
      interview_room: 1,
      offer: 1,
      activity: 1,
      activity_part: 1,
      activity_participant: 1,
      worker_follow_up: 1,
      financial_guidance: 1,
      media: 1,
      media_speaker: 1,
    };
    expect(await count(1)).toEqual(once);
    expect(await count(50)).toEqual(once);
  });
});
