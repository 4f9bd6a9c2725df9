/** The link to a participant's video, with the consent behind it. The video itself is never stored or analysed. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { VideoEnding } from "../domain/outcome.ts";

@Entity("video")
export class VideoRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  registrationId: string;

  /** An https address; null once the consent has ended. */
  @Column("text", { nullable: true })
  url: string | null;

  @Column("date")
  consentedOn: string;

  @Column("date", { nullable: true })
  endedOn: string | null;

  @Column("text", { nullable: true })
  ending: VideoEnding | null;
}
