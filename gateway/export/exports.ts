/** What can be taken away as a file: who may take it, how it is gathered through the graph, and how it is written. */
import type { Role } from "../../platform/passport.ts";
import { Refusal } from "../refusal.ts";
import { rowsAsCsv, valuesAsCsv, type Json } from "./csv.ts";
import { INCIDENT_EXPORT } from "./incident-query.ts";
import {
  OWN,
  PAGED,
  pageQuery,
  personalExport,
  RECORD_EXPORT,
  theirs,
  type Whose,
} from "./personal-query.ts";

/** Asks the graph as the caller, and gives the data whole. @throws {Refusal} when a part of it is missing. */
export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Record<string, Json>>;

export interface Export {
  /** The role that may take it, for a purpose of its own. */
  role: Role;
  gather: (ask: Ask) => Promise<Json>;
  /** For a person who asked on paper: who may take it for them, and how that is recorded and gathered. */
  onRequest?: {
    roles: readonly Role[];
    gather: (ask: Ask, request: PersonalRequest) => Promise<Json>;
  };
  csv: (gathered: Json) => string;
}

/** What a professional says who takes a copy of somebody's file. */
export interface PersonalRequest {
  candidateId: string;
  /** How the person asked for it. */
  reason: string;
  /** The professional's own reference: the same one twice is recorded once. */
  reference: string;
}

/** The exports, by the first part of their address: `/export.json`, `/export.csv`. */
export const EXPORTS: Readonly<Record<string, Export>> = {
  export: {
    role: "CANDIDATE",
    gather: (ask) =>
      personalFile(ask, OWN, "No file belongs to this account: ask the organisation that helps you."),
    onRequest: { roles: ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL"], gather: onRequest },
    csv: (file) => valuesAsCsv(file as Tree),
  },
  incidents: {
    role: "COORDINATOR",
    gather: register,
    csv: (rows) => rowsAsCsv(rows as Json[], REGISTER_COLUMNS),
  },
};

type Tree = { readonly [key: string]: Json };
type List = { nodes: Json[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

/** First it is written down, then it is gathered: what the professional may see of it, and by the same decision. */
async function onRequest(ask: Ask, { candidateId, ...rest }: PersonalRequest): Promise<Json> {
  const { exportRecord } = (await ask(RECORD_EXPORT, { input: { candidateId, ...rest } })) as unknown as {
    exportRecord: { userErrors: { message: string }[] };
  };
  const [problem] = exportRecord.userErrors;
  if (problem) throw new Refusal("BAD_REQUEST", problem.message);
  return personalFile(
    ask,
    theirs(candidateId),
    "There is no such person, or you may not see anything of them.",
  );
}

async function personalFile(ask: Ask, whose: Whose, none: string): Promise<Json> {
  const { variables } = whose;
  const { file } = (await ask(personalExport(whose), variables)) as { file: Tree | null };
  if (!file) throw new Refusal("NOT_FOUND", none);
  const { id, ...sections } = file;
  const lists = Object.keys(PAGED) as (keyof typeof PAGED)[];
  const whole = await Promise.all(
    lists.map(async (list) => {
      const more = async (after: string) =>
        (
          (await ask(pageQuery(whose, list), { ...variables, after })) as {
            file: Record<string, List> | null;
          }
        ).file?.[list];
      return [list, await allOf(file[list] as unknown as List | null, more)] as const;
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
