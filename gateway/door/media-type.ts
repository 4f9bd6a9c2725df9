/** In which of the two media types of GraphQL over HTTP an answer is written. */

export type AnswerType = "application/json" | "application/graphql-response+json";

/** What a range of the header stands for here: where both would do, the one that older clients understand. */
const RANGES: ReadonlyMap<string, AnswerType> = new Map([
  ["application/graphql-response+json", "application/graphql-response+json"],
  ["application/json", "application/json"],
  ["application/*", "application/json"],
  ["*/*", "application/json"],
]);

/** The type that the header `accept` asks for first; `application/json` without one, null when it takes neither. */
export function answerType(accept: string | undefined): AnswerType | null {
  if (accept === undefined || accept.trim() === "") return "application/json";
  let best: { type: AnswerType; quality: number } | null = null;
  for (const part of accept.split(",", 32)) {
    const [range = "", ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
    const type = RANGES.get(range);
    const quality = qualityOf(parameters);
    if (type && quality > (best?.quality ?? 0)) best = { type, quality };
  }
  return best?.type ?? null;
}

function qualityOf(parameters: readonly string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith("q="));
  const quality = given === undefined ? 1 : Number(given.slice(2));
  return Number.isFinite(quality) ? quality : 0;
}
