/** Telephones, addresses of mail and of houses, in one spelling. */
import { parsePhoneNumberFromString, type CountryCode } from "libphonenumber-js";
import { plainlyFromHere } from "../telephone.ts";
import { plain } from "./names.ts";
import type { Email, Street } from "./person.ts";

/** The number as E.164; its digits when it is not one that could exist; null when there are fewer than seven. */
export function phoneOf(text: string | null | undefined, country: string | null | undefined): string | null {
  if (!text) return null;
  // "poste 12" is what an extension is called here, and no library knows it.
  const bare = text.replace(/[\s,;]*(poste|post|ext|extension|x|p)\.?\s*#?\d{1,6}\s*$/i, "");
  const digits = bare.replace(/\D/g, "");
  if (digits.length < 7) return null;
  // Whoever registers here has mostly a number from here, whatever the country of the address.
  const plainly = plainlyFromHere(bare);
  if (plainly !== null) return plainly;
  let possible: string | undefined;
  for (const region of new Set(["CA", country ?? "CA"])) {
    const found = parsePhoneNumberFromString(bare, region as CountryCode);
    if (found?.isValid()) return found.number;
    if (found?.isPossible()) possible ??= found.number;
  }
  return possible ?? digits;
}

/** The parts of an address of mail; what some providers ignore (dots, +labels) is left out. */
export function emailOf(text: string | null | undefined): Email | null {
  const lower = (text ?? "").trim().toLowerCase();
  const at = lower.lastIndexOf("@");
  if (at < 1) return null;
  const domain = lower.slice(at + 1);
  let local = lower.slice(0, at).replace(/\+.*$/, "");
  if (domain === "gmail.com" || domain === "googlemail.com") local = local.replaceAll(".", "");
  return { local, domain };
}

/** Letters and digits of a postal code; in a Canadian one, letters and digits that look alike are put right. */
export function postalOf(text: string | null | undefined): string | null {
  const code = plain(text ?? "")
    .replaceAll(" ", "")
    .toUpperCase();
  if (code === "") return null;
  if (code.length !== 6 || /^\d+$/.test(code)) return code;
  const put = [...code].map((sign, place) =>
    place % 2 === 0 ? (LETTERS[sign] ?? sign) : (DIGITS[sign] ?? sign),
  );
  const canadian = put.join("");
  return /^([A-Z]\d){3}$/.test(canadian) ? canadian : code;
}

const LETTERS: Readonly<Record<string, string>> = { "0": "O", "1": "I", "5": "S", "8": "B" };
const DIGITS: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1", S: "5", B: "8" };

/** The town in one spelling: "St-Jérôme" is "saint jerome". */
export function cityOf(text: string | null | undefined): string | null {
  const city = plain(text ?? "")
    .replace(/^(ville de|city of) /, "")
    .replace(/ (qc|quebec|canada)$/, "")
    .replace(/\bste\b/g, "sainte")
    .replace(/\bst\b/g, "saint");
  return city === "" ? null : city;
}

const KINDS = new Set(
  (
    "rue r street st str avenue av ave boulevard boul blvd bd chemin ch road rd route rte rang place pl drive dr court ct crt " +
    "crescent cres circuit cct close cl lane ln terrace tce terr parade pde way highway hwy square sq allee montee impasse cote " +
    "est ouest nord sud east west north south e w n o s de du des la le les l d the of"
  ).split(" "),
);

const FLAT =
  /\b(app|appt|apt|apartment|appartement|unit|unite|suite|ste|bureau|flat|no|porte|logement)\b\.? ?#? ?[a-z]?\d*[a-z]?\b/g;

/** The civic number and the words of the street; null when there is neither. */
export function streetOf(text: string | null | undefined): Street | null {
  const bare = (text ?? "")
    .toLowerCase()
    .replace(/#\s*(\d+)\s*[-–]\s*(?=\d)/, "")
    .replace(/#\s*\w+/, " ");
  // "3-1234, rue X": the flat stands before the dash, the house after it.
  const line = plain(bare.replace(/^\s*\w{1,5}\s*[-–]\s*(?=\d)/, "")).replace(FLAT, " ");
  const words = line.split(" ").filter((word) => word !== "");
  const number = words.find((word) => /^\d+[a-z]?$/.test(word)) ?? "";
  const names = words.filter((word) => word !== number && !KINDS.has(word));
  if (number === "" && names.length === 0) return null;
  return { number, words: names.length > 0 ? names : words.filter((word) => word !== number) };
}
