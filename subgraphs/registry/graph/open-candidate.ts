/** From a key to a person in the graph: opens the file for what the operation asks, then reads the row. */
import type { GraphQLResolveInfo } from "graphql";
import type { RegistryContext } from "../context.ts";
import type { FileKey } from "../store/files.ts";
import type { Candidate } from "./candidate.type.ts";
import { askedFor } from "./section.ts";

/** The person, or null when unknown or when the viewer may not know of them. */
export async function openCandidate(
  key: FileKey,
  context: RegistryContext,
  info: GraphQLResolveInfo,
): Promise<Candidate | null> {
  const file = await context.openFile(key, askedFor(info));
  const row = file && (await context.load.candidate.load(file.candidateId));
  return row && file ? { ...key, id: row.id, row, file } : null;
}
