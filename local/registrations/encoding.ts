/** In which encoding a file was saved: said surely, or refused. A name that is kept with wrong letters cannot be mended. */
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { TextDecoder } from "node:util";
import { StartupError } from "../../platform/environment.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

const MEND = 'save it as "CSV UTF-8" and run this again';

/**
 * The encoding of the whole file, every byte of which is read.
 * @throws {StartupError} for a file in another encoding than these, or in two at once
 */
export async function encodingOf(file: string): Promise<Encoding> {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let encoding: Encoding = "utf-8";
  let signs: Signs | null = null;
  let [first, line] = [true, 1];
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
      const bytes = chunk as Buffer;
      if (first) {
        const wide = wideEncodingOf(bytes, basename(file));
        if (wide !== null) return wide;
        first = false;
      }
      if (encoding === "utf-8" && !isUtf8(strict, bytes)) encoding = "windows-1252";
      // Only what is not plain ASCII can tell, and most of a file is.
      if (encoding === "windows-1252" || bytes.some((byte) => byte > 0x7f))
        signs = signsIn(bytes, line, signs ?? { one: null, two: null, neither: null, before: 0 });
      line += linesIn(bytes);
    }
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(`${basename(file)} cannot be read: name a CSV or XLSX file that is there.`);
  }
  if (encoding === "utf-8" && isUtf8(strict)) return "utf-8";
  if (signs?.neither != null)
    throw new StartupError(
      `${basename(file)} is neither UTF-8 nor Windows-1252: line ${signs.neither} holds a letter that neither has there; ${MEND}.`,
    );
  if (signs?.two != null)
    throw new StartupError(
      `${basename(file)} mixes two encodings: line ${signs.two} is UTF-8, and line ${signs.one ?? "another"} is Windows-1252; ${MEND}.`,
    );
  return "windows-1252";
}

/** UTF-16 by its mark, or by the zeros between plain letters; null for any other. */
function wideEncodingOf(bytes: Buffer, name: string): Encoding | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0)
    throw new StartupError(`${name} is in UTF-32, which is not read: ${MEND}.`);
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 200);
  const zeros = (from: number) => head.filter((byte, place) => place % 2 === from && byte === 0).length;
  if (head.length >= 4 && zeros(1) > head.length / 4 && zeros(0) === 0) return "utf-16le";
  if (head.length >= 4 && zeros(0) > head.length / 4 && zeros(1) === 0) return "utf-16be";
  return null;
}

/** The first lines that show one encoding, or two, or neither. */
interface Signs {
  /** A byte that is no UTF-8. */
  one: number | null;
  /** An accented letter or an apostrophe in UTF-8. */
  two: number | null;
  /** A byte that Windows-1252 does not have, or has where no letter can be. */
  neither: number | null;
  /** The last byte of the chunk before. */
  before: number;
}

/** What other encodings (MacRoman, CP850) write for é, è, à or ç: after a small letter, no text in Windows-1252 has it. */
const NEVER_WITHIN = new Set([0x82, 0x84, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8e]);
const UNDEFINED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

function signsIn(bytes: Buffer, from: number, signs: Signs): Signs {
  let { one, two, neither, before } = signs;
  let line = from;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x0a) line += 1;
    if (byte > 0x7f) {
      const length = lengthOfUtf8(bytes, at);
      if (length > 1) {
        // "É»" in Windows-1252 is a letter in UTF-8 too; what begins so hardly ever is.
        if (byte === 0xc3 || (byte === 0xe2 && bytes[at + 1] === 0x80)) two ??= line;
        at += length - 1;
      } else {
        one ??= line;
        const small = before >= 0x61 && before <= 0x7a;
        if (UNDEFINED.has(byte) || (small && NEVER_WITHIN.has(byte))) neither ??= line;
      }
    }
    before = bytes[at] ?? 0;
  }
  return { one, two, neither, before };
}

/** Of the letter of several bytes that begins here; 1 when none does. */
function lengthOfUtf8(bytes: Buffer, at: number): number {
  const byte = bytes[at] ?? 0;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
  for (let next = at + 1; next < at + length; next += 1) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 1;
  return length;
}

function isUtf8(strict: TextDecoder, bytes?: Buffer): boolean {
  try {
    strict.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}

function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}
