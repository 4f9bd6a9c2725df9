/** The changes of capacity, profiles, hosts and visits: for each a sound input, and what may be wrong with it. */
import { randomUUID } from "node:crypto";
import { makerIn, type ChangeExample } from "./regional-case-changes.ts";
import type { RegionalWorld } from "./regional-world.ts";

const aService = {
  regionCode: "01",
  kind: "HOUSING",
  name: "Comité logement",
  city: "Rimouski",
  aboutFr: "Aide à trouver un logement.",
};
const aVideo = {
  regionCode: "01",
  kind: "TESTIMONY",
  titleFr: "S’installer à Matane",
  url: "https://videos.example/matane",
  captioned: true,
  consentedOn: "2026-02-01",
};
const aPerson = {
  regionCode: "01",
  city: "Matane",
  kind: "PERSON",
  presentation: "Une enseignante retraitée",
};
const aVisit = { regionCode: "01", city: "Matane", title: "Le quartier et l’école", plannedOn: "2026-04-11" };

/** By the mutation. */
export function communityChanges(world: RegionalWorld): Record<string, ChangeExample> {
  const make = makerIn(world);
  return {
    capacitySet: {
      sound: async () => ({ regionCode: "01", month: "2026-09-15", offered: 8 }),
      bad: [
        [{ offered: -1 }, "OUT_OF_RANGE", "offered"],
        [{ offered: 501 }, "OUT_OF_RANGE", "offered"],
        [{ month: "2026-02-28" }, "OUT_OF_RANGE", "month"],
        [{ month: "2028-04-01" }, "OUT_OF_RANGE", "month"],
        [{ regionCode: "BSL" }, "INVALID_FORMAT", "regionCode"],
        [{ regionCode: "05" }, "NOT_ALLOWED", "regionCode"],
      ],
    },
    regionProfileWrite: {
      sound: async () => ({
        regionCode: "01",
        realityFr: "Le fleuve et l’université.",
        realityEn: "River and university.",
      }),
      bad: [
        [{ realityFr: "" }, "REQUIRED", "realityFr"],
        [{ realityFr: "x".repeat(5001) }, "TOO_LONG", "realityFr"],
        [{ realityEn: "" }, "REQUIRED", "realityEn"],
        [{ regionCode: "1" }, "INVALID_FORMAT", "regionCode"],
        [{ regionCode: "05" }, "NOT_ALLOWED", "regionCode"],
      ],
    },
    regionalServiceAdd: {
      sound: async () => aService,
      bad: [
        [{ name: "" }, "REQUIRED", "name"],
        [{ name: "x".repeat(201) }, "TOO_LONG", "name"],
        [{ city: "" }, "REQUIRED", "city"],
        [{ aboutFr: "" }, "REQUIRED", "aboutFr"],
        [{ aboutEn: "x".repeat(2001) }, "TOO_LONG", "aboutEn"],
        [{ website: "http://logement.example" }, "INVALID_FORMAT", "website"],
        [{ regionCode: "99" }, "INVALID_FORMAT", "regionCode"],
        [{ regionCode: "05" }, "NOT_ALLOWED", "regionCode"],
      ],
    },
    regionalServiceWithdraw: {
      sound: async () => ({ serviceId: await make("regionalServiceAdd", aService) }),
      bad: [],
      onOwn: "serviceId",
    },
    regionalVideoPublish: {
      sound: async () => aVideo,
      bad: [
        [{ captioned: false }, "REQUIRED", "captioned"],
        [{ consentedOn: null }, "REQUIRED", "consentedOn"],
        [{ consentedOn: "2026-03-11" }, "OUT_OF_RANGE", "consentedOn"],
        [{ titleFr: "" }, "REQUIRED", "titleFr"],
        [{ titleEn: "" }, "REQUIRED", "titleEn"],
        [{ url: "javascript:alert(1)" }, "INVALID_FORMAT", "url"],
        [{ regionCode: "00" }, "INVALID_FORMAT", "regionCode"],
        [{ regionCode: "05" }, "NOT_ALLOWED", "regionCode"],
      ],
    },
    regionalVideoWithdraw: {
      sound: async () => ({ videoId: await make("regionalVideoPublish", aVideo) }),
      bad: [],
      onOwn: "videoId",
    },
    visitHostRegister: {
      sound: async () => aPerson,
      bad: [
        [{ presentation: "" }, "REQUIRED", "presentation"],
        [{ presentation: "x".repeat(301) }, "TOO_LONG", "presentation"],
        [{ city: "" }, "REQUIRED", "city"],
        [{ name: "Rosaire Pelletier" }, "REQUIRED", "consentedOn"],
        [{ consentedOn: "2026-03-01" }, "REQUIRED", "consentedOn"],
        [{ name: "x".repeat(201), consentedOn: "2026-03-01" }, "TOO_LONG", "name"],
        [{ name: "Rosaire Pelletier", consentedOn: "2026-03-11" }, "OUT_OF_RANGE", "consentedOn"],
        [{ kind: "ORGANISATION" }, "REQUIRED", "name"],
        [{ regionCode: "99" }, "INVALID_FORMAT", "regionCode"],
        [{ regionCode: "05" }, "NOT_ALLOWED", "regionCode"],
      ],
    },
    visitHostName: {
      sound: async () => ({
        hostId: await make("visitHostRegister", aPerson),
        name: "Rosaire Pelletier",
        consentedOn: "2026-03-10",
      }),
      bad: [
        [{ name: "" }, "REQUIRED", "name"],
        [{ name: "x".repeat(201) }, "TOO_LONG", "name"],
        [{ consentedOn: "2026-03-11" }, "OUT_OF_RANGE", "consentedOn"],
      ],
      onOwn: "hostId",
    },
    visitHostConsentWithdraw: {
      sound: async () => ({
        hostId: await make("visitHostRegister", {
          ...aPerson,
          name: "Rosaire Pelletier",
          consentedOn: "2026-03-01",
        }),
      }),
      bad: [],
      onOwn: "hostId",
    },
    visitHostEnd: {
      sound: async () => ({ hostId: await make("visitHostRegister", aPerson) }),
      bad: [
        [{ until: "2026-03-09" }, "OUT_OF_RANGE", "until"],
        [{ until: "2026-03-11" }, "OUT_OF_RANGE", "until"],
      ],
      onOwn: "hostId",
    },
    visitPlan: {
      sound: async () => ({ ...aVisit, hostId: await make("visitHostRegister", aPerson) }),
      bad: [
        [{ title: "" }, "REQUIRED", "title"],
        [{ title: "x".repeat(201) }, "TOO_LONG", "title"],
        [{ city: "" }, "REQUIRED", "city"],
        [{ plannedOn: "2026-03-09" }, "OUT_OF_RANGE", "plannedOn"],
        [{ plannedOn: "2028-03-11" }, "OUT_OF_RANGE", "plannedOn"],
        [{ regionCode: "99" }, "INVALID_FORMAT", "regionCode"],
        [{ regionCode: "05" }, "NOT_ALLOWED", "regionCode"],
        [{ hostId: randomUUID() }, "UNKNOWN_REFERENCE", "hostId"],
      ],
    },
    visitHold: {
      sound: async () => ({
        visitId: await make("visitPlan", { ...aVisit, plannedOn: "2026-03-10" }),
        received: 7,
      }),
      bad: [
        [{ received: -1 }, "OUT_OF_RANGE", "received"],
        [{ received: 1001 }, "OUT_OF_RANGE", "received"],
        [{ heldOn: "2026-03-11" }, "OUT_OF_RANGE", "heldOn"],
      ],
      onOwn: "visitId",
    },
    visitCancel: {
      sound: async () => ({ visitId: await make("visitPlan", aVisit), reason: "Tempête" }),
      bad: [
        [{ reason: "" }, "REQUIRED", "reason"],
        [{ reason: "x".repeat(301) }, "TOO_LONG", "reason"],
      ],
      onOwn: "visitId",
    },
  };
}
