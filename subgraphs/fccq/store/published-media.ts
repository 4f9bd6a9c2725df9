/** Videos that anyone may see: published, and every consent to it still holds. */
import type DataLoader from "dataloader";
import type { SelectQueryBuilder } from "typeorm";
import type { Reader } from "../../../platform/load.ts";
import { MediaRow } from "./media.row.ts";

/** Narrows a query over `media` to the videos that anyone may see on a day. */
export function onlyPublished(
  query: SelectQueryBuilder<MediaRow>,
  today: string,
): SelectQueryBuilder<MediaRow> {
  return query.andWhere("media.state = 'PUBLISHED'").andWhere(
    `not exists (select from media_speaker speaker where speaker.media_id = media.id
         and (speaker.consented_on is null or speaker.withdrawn_on is not null or speaker.consent_until < :today))`,
    { today },
  );
}

/** A video by its id; null when it is not to be seen. */
export function publishedMedia(
  { manager, waves }: Reader,
  today: string,
): DataLoader<string, MediaRow | null> {
  return waves.loader(async (ids) => {
    const query = manager.createQueryBuilder(MediaRow, "media").where("media.id = any(:ids)", { ids });
    const found = new Map((await onlyPublished(query, today).getMany()).map((media) => [media.id, media]));
    return ids.map((id) => found.get(id) ?? null);
  });
}
