/** What can be taken away as a file: who may take it, how it is gathered through the graph, and how it is written. */
import type { Role } from "../../platform/passport.ts";
import { Refusal } from "../refusal.ts";
import { rowsAsCsv, valuesAsCsv, type Json } from "./csv.ts";
import { INCIDENT_EXPORT } from "./incident-query.ts";
import { PAGED, pageQuery, PERSONAL_EXPORT } from "./personal-query.ts";

/** Asks the graph as the caller, and gives the data whole. @throws {Refusal} when a part of it is missing. */
export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Record<string, Json>>;

export interface Export {
  /** The role that may take it, for a purpose of its own. */
  role: Role;
  gather: (ask: Ask) => Promise<Json>;
  csv: (gathered: Json) => string;
}

/** The exports, by the first part of their address: `/export.json`, `/export.csv`. */
export const EXPORTS: Readonly<Record<string, Export>> = {
  export: { role: "CANDIDATE", gather: personalFile, csv: (file) => valuesAsCsv(file as Tree) },
  incidents: {
    role: "COORDINATOR",
    gather: register,
    csv: (rows) => rowsAsCsv(rows as Json[], REGISTER_COLUMNS),
  },
};

type Tree = { readonly [key: string]: Json };
type List = { nodes: Json[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

async function personalFile(ask: Ask): Promise<Json> {
  const { myFile } = (await ask(PERSONAL_EXPORT)) as { myFile: Tree | null };
  if (!myFile)
    throw new Refusal("NOT_FOUND", "No file belongs to this account: ask the organisation that helps you.");
  const { id, ...sections } = myFile;
  const lists = Object.keys(PAGED) as (keyof typeof PAGED)[];
  const whole = await Promise.all(
    lists.map(async (list) => {
      const more = async (after: string) =>
        ((await ask(pageQuery(list), { after })) as { myFile: Record<string, List> | null }).myFile?.[list];
      return [list, await allOf(myFile[list] as unknown as List | null, more)] as const;
    }),
  );
  return { ...sections, ...Object.fromEntries(whole), household: ownHousehold(sections["household"], id) };
}

/** The needs and supports of others of the household are theirs to take away. */
function ownHousehold(household: Json | undefined, id: Json | undefined): Json {
  if (!household) return null;
  const { members, ...rest } = household as { members: (Tree & { candidate: { id: string } | null })[] };
  return {
    ...rest,
    members: members.map(({ candidate, needs, supports, ...member }) =>
      candidate?.id === id ? { ...member, needs: needs ?? null, supports: supports ?? null } : member,
    ),
  };
}

async function register(ask: Ask): Promise<Json> {
  const page = async (after: string | null) =>
    (await ask(INCIDENT_EXPORT, { after })) as unknown as { incidents: List };
  return allOf((await page(null)).incidents, async (after) => (await page(after)).incidents);
}

/** Every item of a list, page after page. */
async function allOf(
  first: List | null,
  more: (after: string) => Promise<List | undefined>,
): Promise<Json[]> {
  const items: Json[] = [];
  for (let list: List | null | undefined = first; list;) {
    items.push(...list.nodes);
    const { hasNextPage, endCursor }: List["pageInfo"] = list.pageInfo;
    list = hasNextPage && endCursor ? await more(endCursor) : null;
  }
  return items;
}

const REGISTER_COLUMNS = [
  "id",
  "organisation.name",
  "recordedAt",
  "information",
  "circumstances",
  "occurredFrom",
  "occurredTo",
  "occurredIsApproximate",
  "awareOn",
  "persons",
  "personsIsApproximate",
  "state",
  "serious",
  "assessment",
  "assessedOn",
  "commissionNotifiedOn",
  "personsNotifiedOn",
  "publicNotice",
  "publicNoticeReason",
  "measures",
  "closedOn",
];
