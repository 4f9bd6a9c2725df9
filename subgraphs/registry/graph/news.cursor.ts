/** Cursors of the news: a place, the same in the feed, in the live stream and in what webhooks are sent. */
import { GraphQLError } from "graphql";
import type { EntityManager } from "typeorm";
import { readCursor, writeCursor } from "../../../platform/page.ts";
import { readCounter } from "../store/news.ts";

export function cursorOf(place: number): string {
  return writeCursor([place]);
}

/** The place of a cursor; null for what is none. */
export function placeOf(cursor: string): number | null {
  try {
    const [place] = readCursor(cursor, 1);
    return Number.isSafeInteger(place) && Number(place) >= 0 ? Number(place) : null;
  } catch {
    return null;
  }
}

/** @throws {GraphQLError} `BAD_USER_INPUT` for a place behind which news was taken away: something would be missed. */
export async function refuseForgotten(manager: EntityManager, place: number): Promise<void> {
  const { forgotten } = await readCounter(manager);
  if (place >= forgotten) return;
  throw new GraphQLError(
    "after is older than what is kept (90 days): read anew what you follow, then ask for news without a cursor.",
    { extensions: { code: "BAD_USER_INPUT" } },
  );
}
