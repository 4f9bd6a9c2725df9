/** The people and systems of a development machine: who one may be, for which organisation, and what each may do. */
import type { Purpose, Role } from "../platform/passport.ts";
import { ALL_SCOPES, type Scope } from "../platform/system-scopes.ts";
import { PARTNERS as REGIONAL_PARTNERS } from "./world/places.ts";

interface PersonaBase {
  /** What one types to become this persona; also the `sub` of its tokens. */
  name: string;
  label: { fr: string; en: string };
  /** The code of the organisation, as the registry knows it. */
  organisation: string;
  roles: readonly Role[];
  /** The first is the default when the caller chooses none. */
  purposes: readonly Purpose[];
}

/** Somebody who signs in on a page. Every name is invented. */
export interface PersonPersona extends PersonaBase {
  kind: "PERSON";
  givenName: string;
  familyName: string;
}

/** A program that signs in with its own secret (client credentials). */
export interface SystemPersona extends PersonaBase {
  kind: "SYSTEM";
  /** The scopes registered for it: its tokens say these, or those of them that it asks for. */
  scopes: readonly Scope[];
}

export type Persona = PersonPersona | SystemPersona;

export const PERSONAS: readonly Persona[] = [
  {
    name: "counsellor@promis",
    kind: "PERSON",
    label: { fr: "Conseillère en emploi, PROMIS", en: "Employment counsellor, PROMIS" },
    givenName: "Mariama",
    familyName: "Diallo",
    organisation: "promis",
    roles: ["COUNSELLOR"],
    purposes: ["SUPPORT"],
  },
  {
    name: "counsellor@le-collectif",
    kind: "PERSON",
    label: { fr: "Conseiller en emploi, Le Collectif", en: "Employment counsellor, Le Collectif" },
    givenName: "Thanh",
    familyName: "Nguyễn",
    organisation: "le-collectif",
    roles: ["COUNSELLOR"],
    purposes: ["SUPPORT"],
  },
  {
    name: "counsellor@inici",
    kind: "PERSON",
    label: { fr: "Conseillère en emploi, INICI", en: "Employment counsellor, INICI" },
    givenName: "Valentina",
    familyName: "Rojas Peña",
    organisation: "inici",
    roles: ["COUNSELLOR"],
    purposes: ["SUPPORT"],
  },
  {
    name: "officer@fccq",
    kind: "PERSON",
    label: { fr: "Chargé de maillage, FCCQ", en: "Matching officer, FCCQ" },
    givenName: "Jean-Philippe",
    familyName: "Gagnon",
    organisation: "fccq",
    roles: ["OFFICER"],
    purposes: ["SUPPORT"],
  },
  {
    name: "adviser@ccmm",
    kind: "PERSON",
    label: { fr: "Conseillère Talents et diversité, CCMM", en: "Talent and diversity adviser, CCMM" },
    givenName: "Amina",
    familyName: "Benali",
    organisation: "ccmm",
    roles: ["ADVISER"],
    purposes: ["SUPPORT"],
  },
  {
    name: "professional@bas-saint-laurent-1",
    kind: "PERSON",
    label: {
      fr: "Intervenante en accueil, partenaire du Bas-Saint-Laurent",
      en: "Welcome professional, partner in Bas-Saint-Laurent",
    },
    givenName: "Mélanie",
    familyName: "Ouellet",
    organisation: "bas-saint-laurent-1",
    roles: ["PROFESSIONAL"],
    purposes: ["SUPPORT"],
  },
  {
    name: "professional@estrie-1",
    kind: "PERSON",
    label: {
      fr: "Intervenant en accueil, partenaire de l’Estrie",
      en: "Welcome professional, partner in Estrie",
    },
    givenName: "Oleksandr",
    familyName: "Kovalenko",
    organisation: "estrie-1",
    roles: ["PROFESSIONAL"],
    purposes: ["SUPPORT"],
  },
  {
    name: "coordinator@alliance",
    kind: "PERSON",
    label: { fr: "Coordonnatrice de l’alliance", en: "Coordinator of the alliance" },
    givenName: "Nadia",
    familyName: "Haddad-Tremblay",
    organisation: "alliance",
    roles: ["COORDINATOR"],
    purposes: ["COORDINATION", "STATISTICS"],
  },
  {
    name: "candidate@demo",
    kind: "PERSON",
    label: { fr: "Personne candidate, pour son propre dossier", en: "Candidate, for her own file" },
    givenName: "Adjoua Grâce",
    familyName: "N’Guessan-Bamba",
    organisation: "self",
    roles: ["CANDIDATE"],
    purposes: ["SELF"],
  },
  {
    name: "system@mifi",
    kind: "SYSTEM",
    label: { fr: "Système du MIFI", en: "System of the MIFI" },
    organisation: "mifi",
    roles: ["SYSTEM"],
    purposes: ["SUPPORT"],
    // It refers people, and follows what becomes of them; it keeps nothing in the hub itself.
    scopes: ["candidates:read", "registrations:write", "referrals:write", "milestones:write"],
  },
  {
    name: "system@fccq",
    kind: "SYSTEM",
    label: { fr: "Système de la FCCQ", en: "System of the FCCQ" },
    organisation: "fccq",
    roles: ["SYSTEM"],
    purposes: ["SUPPORT"],
    scopes: ALL_SCOPES,
  },
  {
    name: "dashboard@alliance",
    kind: "SYSTEM",
    label: { fr: "Tableau de bord de l’alliance", en: "Dashboard of the alliance" },
    organisation: "alliance",
    roles: ["DASHBOARD"],
    purposes: ["STATISTICS"],
    scopes: ["statistics:read"],
  },
];

/**
 * The systems by which the partners' own subgraphs tell the registry what happened: one for each organisation. Nobody
 * becomes one of these; they are no persona to choose.
 */
export const OUTBOXES: readonly SystemPersona[] = [
  "fccq",
  "promis",
  "le-collectif",
  "inici",
  "ccmm",
  ...REGIONAL_PARTNERS.map(({ code }) => code),
].map((organisation) => ({
  name: `outbox@${organisation}`,
  kind: "SYSTEM",
  label: { fr: `Boîte d’envoi de ${organisation}`, en: `Outbox of ${organisation}` },
  organisation,
  roles: ["SYSTEM"],
  purposes: ["SUPPORT"],
  // All that it is for: who takes its secret sees nobody.
  scopes: ["milestones:write"],
}));

/** The persona of that name, or `undefined`. */
export function findPersona(name: string | undefined): Persona | undefined {
  return [...PERSONAS, ...OUTBOXES].find((persona) => persona.name === name);
}

/** The person of that name, or `undefined`: a system has no page to sign in on. */
export function findPerson(name: string | undefined): PersonPersona | undefined {
  return people().find((persona) => persona.name === name);
}

/** Those who sign in on a page. */
export function people(): PersonPersona[] {
  return PERSONAS.filter((persona) => persona.kind === "PERSON");
}

/** Those who sign in with a secret of their own. */
export function systems(): SystemPersona[] {
  return [...PERSONAS.filter((persona) => persona.kind === "SYSTEM"), ...OUTBOXES];
}

/** What a token says of a persona beside its `sub`: the claims that the gateway reads. */
export function claimsOf(persona: Persona) {
  return {
    organisation: persona.organisation,
    roles: [...persona.roles],
    purposes: [...persona.purposes],
  };
}

/** What a persona may do, in one line of English. */
export function rights(persona: Persona): string {
  return `${persona.roles.join(", ")} for ${persona.purposes.join(", ")}`;
}
