/** Reading a list of candidates: in an order of the list's own, or those found by the search box, the nearest first. */
import { dayInQuebec } from "../../../platform/action.ts";
import {
  keysetPage,
  pageOf,
  pageSize,
  readCursor,
  type Page,
  type PageArgs,
} from "../../../platform/page.ts";
import type { RegistryContext } from "../context.ts";
import { Section } from "../domain/section.ts";
import { readTyped } from "../domain/typed.ts";
import { CandidateRow } from "../store/candidate.row.ts";
import { seenIn } from "../store/files.ts";
import { searchPeople, type Found } from "../store/search.ts";
import {
  CandidateOrder,
  narrows,
  ORDER_COLUMNS,
  worklist,
  type CandidateFilter,
  type Reading,
} from "./candidate.filter.ts";
import type { Candidate } from "./candidate.type.ts";

/** One read of a list: what it asks for is looked up once, whatever the number of pages that it takes. */
export interface CandidateList {
  /** A page of ids and one row more, after the cursor; a row where one was read. */
  read: (after: string | null | undefined) => Promise<Page<{ id: string }>>;
  /** Whether a person on it may stand there: found by what the viewer reads of them. */
  isFound: (candidate: Candidate) => Promise<boolean>;
}

export function listCandidates(
  context: RegistryContext,
  filter: CandidateFilter | null | undefined,
  orderBy: CandidateOrder | null | undefined,
  page: PageArgs,
): CandidateList {
  const { manager, viewer, now } = context;
  const today = dayInQuebec(now());
  const order = ORDER_COLUMNS[orderBy ?? CandidateOrder.NEWEST];
  const query = (reading: Pick<Reading, "found" | "after" | "most">) =>
    worklist(manager.createQueryBuilder(CandidateRow, "candidate"), {
      ...reading,
      viewer,
      filter,
      order,
      today,
    });
  const inOrder = (found: string[] | null, after: string | null | undefined) =>
    keysetPage(query({ found, after, most: pageSize(page) + AHEAD + 1 }), order, { ...page, after }, AHEAD);
  const typed = filter?.search;
  if (typeof typed !== "string")
    return { read: (after) => inOrder(null, after), isFound: () => Promise.resolve(true) };

  let searched: Promise<Found[]> | undefined;
  const search = () => (searched ??= searchPeople(manager, readTyped(typed), viewer, today));
  const among = async () => (await search()).map(({ id }) => id);
  const nearest = async () => {
    if (!narrows(filter)) return search();
    const found = await among();
    const kept = await query({ found, after: null, most: found.length })
      .select("candidate.id", "id")
      .getRawMany<{ id: string }>();
    const ids = new Set(kept.map(({ id }) => id));
    return (await search()).filter(({ id }) => ids.has(id));
  };
  return {
    read: async (after) =>
      orderBy ? inOrder(await among(), after) : pageOfFound(await nearest(), page, after),
    isFound: async ({ id, file }) => {
      const by = (await search()).find((each) => each.id === id)?.registrationIds ?? [];
      const seen = seenIn(file, Section.IDENTITY, viewer.organisation);
      return seen.some((registration) => by.includes(registration.id));
    },
  };
}

/** One more than the page holds is looked at: whether it may be shown says whether a page follows. */
const AHEAD = 1;

const BY_DISTANCE = [
  { property: "distance", direction: "ASC" },
  { property: "id", direction: "ASC" },
] as const;

/** Goes on after the person of the cursor; when they are found no more, with those as far from what was typed. */
function pageOfFound(found: Found[], page: PageArgs, after: string | null | undefined): Page<Found> {
  const size = pageSize(page) + AHEAD;
  const [distance, last] = after ? readCursor(after, BY_DISTANCE.length) : [];
  const place = found.findIndex(({ id }) => id === last);
  const next = place >= 0 ? place + 1 : found.findIndex((each) => each.distance >= Number(distance ?? 0));
  return pageOf(next < 0 ? [] : found.slice(next, next + size + 1), BY_DISTANCE, size);
}
