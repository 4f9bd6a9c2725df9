/** What a list of videos can be narrowed by. */
import { Field, InputType } from "type-graphql";
import type { SelectQueryBuilder } from "typeorm";
import { MediaKind } from "../domain/media.ts";
import type { MediaRow } from "../store/media.row.ts";

@InputType({ description: "Narrows a list of videos; what is not given does not narrow." })
export class MediaFilter {
  @Field(() => MediaKind, { nullable: true, description: "Of this kind." })
  kind?: MediaKind | null;

  @Field(() => String, { nullable: true, description: "About this region, by code." })
  regionCode?: string | null;
}

export function filterMedia(
  query: SelectQueryBuilder<MediaRow>,
  filter: MediaFilter | null,
): SelectQueryBuilder<MediaRow> {
  if (filter?.kind) query.andWhere("media.kind = :kind", { kind: filter.kind });
  if (filter?.regionCode) query.andWhere("media.regionCode = :regionCode", { regionCode: filter.regionCode });
  return query;
}
