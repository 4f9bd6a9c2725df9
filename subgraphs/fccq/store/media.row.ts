/** A video of a local actor or a testimony. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { MediaKind, MediaState } from "../domain/media.ts";

@Entity("media")
export class MediaRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  kind: MediaKind;

  @Column("text")
  state: MediaState;

  @Column("text")
  title: string;

  @Column("text")
  regionCode: string;

  @Column("text", { nullable: true })
  city: string | null;

  /** Where it can be seen. */
  @Column("text")
  link: string;

  /** Where its captions are; null while it has none. */
  @Column("text", { nullable: true })
  captionsLink: string | null;

  @Column("date")
  recordedOn: string;

  /** When it was last published; null while it never was. */
  @Column("date", { nullable: true })
  publishedOn: string | null;

  /** When it was taken back; null unless it was. */
  @Column("date", { nullable: true })
  unpublishedOn: string | null;
}
