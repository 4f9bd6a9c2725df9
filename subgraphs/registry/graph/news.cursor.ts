/** What a cursor of the news must be to be read from. */
import { GraphQLError } from "graphql";
import type { EntityManager } from "typeorm";
import { placeOf, readCounter } from "../store/news.ts";

/**
 * The place of a cursor.
 * @throws {GraphQLError} `BAD_USER_INPUT` for what is none, and for one behind which news was taken away: something
 *   would be missed
 */
export async function placeKept(manager: EntityManager, cursor: string): Promise<number> {
  const place = placeOf(cursor);
  if (place === null)
    throw badInput("after is not a cursor of the news; use pageInfo.endCursor of the page before.");
  const { forgotten } = await readCounter(manager);
  if (place >= forgotten) return place;
  throw badInput(
    "after is older than what is kept (90 days): read anew what you follow, then ask for news without a cursor.",
  );
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
}
