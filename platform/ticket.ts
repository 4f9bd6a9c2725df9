/**
 * The ticket of a registration: proof, for the partner that owns it, that the registry knows this registration.
 *
 * A partner opens its own file for a registration without asking the registry: the registry hands the ticket to the
 * organisation that registered the person (`Registration.ticket`), its staff pass it on, and the partner checks the
 * signature. It is bound to the organisation and says nothing of the person.
 */
import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from "node:crypto";

export type IssueTicket = (registrationId: string, organisation: string) => string;
/** The registration id of a ticket of this organisation; null for anything else. */
export type ReadTicket = (ticket: string, organisation: string) => string | null;

/** An issuer of tickets for one partner, with the key that the registry shares with it. */
export function ticketIssuer(key: string): IssueTicket {
  const secret = secretOf(key);
  return (registrationId, organisation) =>
    `${registrationId}.${seal(secret, registrationId, organisation).toString("base64url")}`;
}

/** A reader of tickets at one partner. */
export function ticketReader(key: string): ReadTicket {
  const secret = secretOf(key);
  return (ticket, organisation) => {
    const [registrationId, signature, ...rest] = ticket.split(".");
    if (!registrationId || !signature || rest.length > 0) return null;
    const given = Buffer.from(signature, "base64url");
    const expected = seal(secret, registrationId, organisation);
    return given.length === expected.length && timingSafeEqual(given, expected) ? registrationId : null;
  };
}

function secretOf(key: string): KeyObject {
  return createSecretKey(Buffer.from(key, "base64url"));
}

function seal(secret: KeyObject, registrationId: string, organisation: string): Buffer {
  return createHmac("sha256", secret).update(`ticket\n${organisation}\n${registrationId}`).digest();
}
