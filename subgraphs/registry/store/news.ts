/** Reading the news of one organisation, in the order of its places. */
import type { EntityManager } from "typeorm";
import { dayInQuebec } from "../../../platform/action.ts";
import { readCursor, writeCursor } from "../../../platform/page.ts";
import { mayBeTold, NEWS_KINDS, type NewsFact, type NewsKind } from "../domain/news.ts";
import type { AccessViewer } from "../domain/access.ts";
import { readCircles } from "./circles.ts";

/** A piece of news as it was published. */
export interface PublishedNews extends NewsFact {
  id: string;
  place: number;
  kind: NewsKind;
  candidateId: string | null;
  subjectId: string;
  occurredAt: Date;
}

/** The cursor of a place: the same in the feed, in the live stream and in what webhooks are sent. */
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

/** The news of an organisation behind a place, at most `most`, whether or not it may still be told. */
export async function readNews(
  manager: EntityManager,
  organisation: string,
  after: number,
  most: number,
  kinds: readonly NewsKind[] = NEWS_KINDS,
): Promise<PublishedNews[]> {
  return manager.query(
    `select news.id, place, kind, candidate_id as "candidateId", subject_id as "subjectId", parties, occurred_at as "occurredAt"
     from news_recipient join news using (place)
     where organisation_code = $1 and place > $2 and kind = any($3) order by place limit $4`,
    [organisation, after, kinds, most],
  );
}

/** How far news goes: the last place given, and the last one that is no longer kept. */
export async function readCounter(manager: EntityManager): Promise<{ last: number; forgotten: number }> {
  const [counter] = await manager.query("select last, forgotten from news_counter");
  return counter;
}

/** Those of the news that the viewer may be told now: whom the viewer may no longer know of is left out. */
export async function toldOf<News extends NewsFact>(
  manager: EntityManager,
  viewer: AccessViewer,
  news: readonly News[],
  now: Date,
): Promise<News[]> {
  const ids = [...new Set(news.flatMap(({ candidateId }) => candidateId ?? []))];
  const people = ids.length > 0 ? await readCircles(manager, { ids, registrationIds: [] }, viewer, now) : [];
  const circles = new Map(people.map(({ candidateId, circle }) => [candidateId, circle]));
  const today = dayInQuebec(now);
  return news.filter((each) => mayBeTold(viewer, circles.get(each.candidateId ?? "") ?? null, each, today));
}
