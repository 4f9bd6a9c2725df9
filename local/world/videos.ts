/** FCCQ's videos of local actors and testimonies, with the consent of whoever speaks. */
import { day, iso, TODAY } from "./calendar.ts";
import { REGIONS } from "./places.ts";
import type { Random } from "./random.ts";
import type { FccqSheets } from "./rows/fccq.ts";

/** Writes the videos; `registrationIds` are people whom FCCQ accompanied and who tell of it. */
export function writeVideos(random: Random, registrationIds: readonly string[], sheets: FccqSheets): void {
  REGIONS.forEach((region, index) => {
    for (const kind of ["LOCAL_ACTOR", "TESTIMONY"] as const) {
      const recordedOn = random.int(day("2021-01-11"), TODAY - 120);
      const publishedOn = recordedOn + random.int(20, 60);
      const state = random.weighted([
        ["PUBLISHED", 8],
        ["RECORDED", 1],
        ["UNPUBLISHED", 1],
      ] as const);
      const unpublishedOn = state === "UNPUBLISHED" ? publishedOn + 30 : null;
      const city = region.cities[0]?.name ?? region.name;
      const id = random.uuid(recordedOn * 86_400_000);
      sheets.add("media", {
        id,
        kind,
        state,
        title: kind === "LOCAL_ACTOR" ? `Qui vous accueille à ${city}` : `Ma nouvelle vie à ${city}`,
        regionCode: region.code,
        city,
        link: `https://videos.example.org/${id}`,
        captionsLink: state === "RECORDED" ? null : `https://videos.example.org/${id}.vtt`,
        recordedOn: iso(recordedOn),
        publishedOn: state === "RECORDED" ? null : iso(publishedOn),
        unpublishedOn: unpublishedOn === null ? null : iso(unpublishedOn),
      });
      const consented = state !== "RECORDED";
      sheets.add("media_speaker", {
        id: random.uuid(recordedOn * 86_400_000),
        mediaId: id,
        registrationId: kind === "TESTIMONY" ? (registrationIds[index] ?? null) : null,
        describedAs: kind === "TESTIMONY" ? "Une personne établie dans la région" : "L’équipe d’accueil",
        consentedOn: consented ? iso(recordedOn) : null,
        consentUntil: consented ? iso(recordedOn + 3_650) : null,
        consentMethod: consented ? (random.chance(0.7) ? "SIGNED_FORM" : "ON_CAMERA") : null,
        collectedBy: consented ? "officer-2@fccq" : null,
        withdrawnOn: unpublishedOn === null ? null : iso(unpublishedOn),
      });
    }
  });
}
