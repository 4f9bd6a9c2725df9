/** A person in the graph: what the viewer may see of them was decided when their file was opened. */
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import type { CandidateRow } from "../store/candidate.row.ts";
import type { CandidateFile } from "../store/files.ts";

@Directive('@key(fields: "id")')
@Directive('@key(fields: "registrationId")')
@ObjectType({ description: "A person, whatever door they came in by (personne candidate)." })
export class Candidate {
  @Field(() => ID, { description: "The person's id in the hub." })
  id: string;

  @Directive("@inaccessible")
  @Field(() => ID, {
    nullable: true,
    description: "How a partner names the person: by its own registration.",
  })
  registrationId?: string | null;

  row: CandidateRow;
  file: CandidateFile;
}

export const CandidateConnection = connectionOf(() => Candidate, "Candidate");
