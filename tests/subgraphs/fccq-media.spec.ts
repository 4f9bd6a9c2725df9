import "reflect-metadata";
import { MediaState } from "../../subgraphs/fccq/domain/media.ts";
import { describeChanges, NOBODY, tooLong } from "../support/fccq-changes.ts";
import { counsellor, NOW, officer, openWorld, read, TODAY, type World } from "../support/fccq-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
afterEach(() => {
  world.clock.now = NOW;
});

const A_VIDEO = {
  kind: "LOCAL_ACTOR",
  title: "L'accueil à Matane",
  regionCode: "01",
  link: "https://videos.example/matane",
  speakers: [{ describedAs: "Directrice du service d'accueil" }],
};
const SILENT = {
  consentedOn: null,
  consentUntil: null,
  consentMethod: null,
  collectedBy: null,
};
const PUBLISHED = { state: MediaState.PUBLISHED, publishedOn: "2026-10-02" };

async function seen(): Promise<string[]> {
  const { media } = await read<{ media: { nodes: { id: string }[] } }>(
    world.hub,
    counsellor,
    "{ media(first: 100) { nodes { id } } }",
  );
  return media.nodes.map(({ id }) => id);
}

describe("The changes of videos", () => {
  describeChanges(
    () => world,
    [
      {
        mutation: "mediaRecord",
        thing: "media { id state recordedOn captionsLink speakers { describedAs consentedOn } }",
        input: async () => A_VIDEO,
        becomes: {
          state: "RECORDED",
          recordedOn: TODAY,
          captionsLink: null,
          speakers: [{ describedAs: "Directrice du service d'accueil", consentedOn: null }],
        },
        bad: [
          [{ title: "" }, "REQUIRED", "title"],
          [{ title: tooLong(200) }, "TOO_LONG", "title"],
          [{ regionCode: "18" }, "INVALID_FORMAT", "regionCode"],
          [{ link: "http://videos.example" }, "INVALID_FORMAT", "link"],
          [{ captionsLink: `https://${tooLong(500)}` }, "TOO_LONG", "captionsLink"],
          [{ recordedOn: "2026-11-21" }, "OUT_OF_RANGE", "recordedOn"],
          [{ speakers: [] }, "REQUIRED", "speakers"],
          [{ speakers: [{ describedAs: "" }] }, "REQUIRED", "speakers", "0", "describedAs"],
          [
            { speakers: [{ describedAs: "Soudeur", participantId: NOBODY }] },
            "UNKNOWN_REFERENCE",
            "speakers",
          ],
        ],
      },
      {
        mutation: "mediaSpeakerAdd",
        thing: "media { id speakers { describedAs candidate { registrationId } } }",
        input: async () => ({
          mediaId: (await world.video()).media.id,
          speaker: { describedAs: "Mairesse" },
        }),
        becomes: {
          speakers: [
            { describedAs: "Ingénieure établie à Rimouski", candidate: null },
            { describedAs: "Mairesse", candidate: null },
          ],
        },
        bad: [
          [{ mediaId: NOBODY }, "UNKNOWN_REFERENCE", "mediaId"],
          [{ speaker: { describedAs: "" } }, "REQUIRED", "speaker", "describedAs"],
        ],
      },
      {
        mutation: "mediaCaption",
        thing: "media { id captionsLink }",
        input: async () => ({
          mediaId: (await world.video({ captionsLink: null })).media.id,
          captionsLink: "https://videos.example/st.vtt",
        }),
        becomes: { captionsLink: "https://videos.example/st.vtt" },
        bad: [
          [{ mediaId: NOBODY }, "UNKNOWN_REFERENCE", "mediaId"],
          [{ captionsLink: "sous-titres" }, "INVALID_FORMAT", "captionsLink"],
        ],
      },
      {
        mutation: "mediaConsentRecord",
        thing: "speaker { id consentedOn consentUntil consentMethod withdrawnOn }",
        input: async () => ({
          speakerId: (await world.video({}, SILENT as never)).speaker.id,
          method: "ON_CAMERA",
          consentUntil: "2027-11-20",
        }),
        becomes: {
          consentedOn: TODAY,
          consentUntil: "2027-11-20",
          consentMethod: "ON_CAMERA",
          withdrawnOn: null,
        },
        bad: [
          [{ speakerId: NOBODY }, "UNKNOWN_REFERENCE", "speakerId"],
          [{ consentedOn: "2026-11-21" }, "OUT_OF_RANGE", "consentedOn"],
          [{ consentUntil: "2026-11-19" }, "OUT_OF_RANGE", "consentUntil"],
        ],
      },
      {
        mutation: "mediaConsentWithdraw",
        thing: "speaker { id withdrawnOn }",
        input: async () => ({ speakerId: (await world.video(PUBLISHED)).speaker.id }),
        becomes: { withdrawnOn: TODAY },
        bad: [[{ speakerId: NOBODY }, "UNKNOWN_REFERENCE", "speakerId"]],
        again: "WRONG_STATE",
      },
      {
        mutation: "mediaPublish",
        thing: "media { id state publishedOn nextStates }",
        input: async () => ({ mediaId: (await world.video()).media.id }),
        becomes: { state: "PUBLISHED", publishedOn: TODAY, nextStates: ["UNPUBLISHED"] },
        bad: [[{ mediaId: NOBODY }, "UNKNOWN_REFERENCE", "mediaId"]],
        again: "WRONG_STATE",
      },
      {
        mutation: "mediaUnpublish",
        thing: "media { id state unpublishedOn }",
        input: async () => ({ mediaId: (await world.video(PUBLISHED)).media.id }),
        becomes: { state: "UNPUBLISHED", unpublishedOn: TODAY },
        bad: [[{ mediaId: NOBODY }, "UNKNOWN_REFERENCE", "mediaId"]],
        again: "WRONG_STATE",
      },
    ],
  );
});

describe("A video is never published without the consent of whoever speaks", () => {
  const publish = (mediaId: string) => world.change("mediaPublish", "media { id }", { mediaId });

  it.each([
    ["no consent", {}, SILENT, "consent"],
    ["a consent that is over", {}, { consentUntil: "2026-11-19" }, "consent"],
    ["a consent taken back", {}, { withdrawnOn: "2026-11-01" }, "consent"],
    ["no captions", { captionsLink: null }, {}, "captions"],
  ])("%s", async (_why, media, consent, said) => {
    const { errors } = await publish((await world.video(media, consent as never)).media.id);
    expect(errors).toMatchObject([{ code: "WRONG_STATE", field: ["mediaId"] }]);
    expect(errors[0]?.message).toContain(said);
  });

  it("not even past the rules, by the database", async () => {
    await expect(world.video(PUBLISHED, SILENT as never)).rejects.toThrow("consent of everyone");
    const { speaker } = await world.video(PUBLISHED);
    await expect(
      world.hub.database.query("update media_speaker set withdrawn_on = consented_on where id = $1", [
        speaker.id,
      ]),
    ).rejects.toThrow("consent of everyone");
  });

  it("and it disappears the moment a consent is taken back, or the day after its last", async () => {
    const kept = await world.video(PUBLISHED, { consentUntil: null });
    const taken = await world.video(PUBLISHED);
    const ending = await world.video(PUBLISHED, { consentUntil: TODAY });
    expect(await seen()).toEqual(expect.arrayContaining([kept.media.id, taken.media.id, ending.media.id]));
    await world.change("mediaConsentWithdraw", "speaker { id }", { speakerId: taken.speaker.id });
    expect(await seen()).not.toContain(taken.media.id);
    world.clock.now = new Date("2026-11-21T15:00:00Z");
    expect(await seen()).not.toContain(ending.media.id);
    expect(await seen()).toContain(kept.media.id);
  });

  it("takes nobody in without taking it back first", async () => {
    const { media } = await world.video(PUBLISHED);
    const { errors } = await world.change("mediaSpeakerAdd", "media { id }", {
      mediaId: media.id,
      speaker: { describedAs: "Mairesse" },
    });
    expect(errors).toMatchObject([{ code: "WRONG_STATE", field: ["mediaId"] }]);
  });

  it("and the library of all videos, with who speaks, is for FCCQ's staff", async () => {
    const { media } = await world.video({ regionCode: "08" });
    const library = `{ mediaLibrary(filter: { regionCode: "08", kind: TESTIMONY }) { nodes { id speakers { describedAs } } } }`;
    expect(await read(world.hub, officer, library)).toEqual({
      mediaLibrary: {
        nodes: [{ id: media.id, speakers: [{ describedAs: "Ingénieure établie à Rimouski" }] }],
      },
    });
    expect((await world.hub.ask(counsellor, library)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });
});
