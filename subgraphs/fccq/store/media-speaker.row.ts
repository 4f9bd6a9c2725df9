/** Somebody who speaks in a video, and their consent to its publication. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { MediaConsentMethod } from "../domain/media.ts";

@Entity("media_speaker")
export class MediaSpeakerRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  mediaId: string;

  /** The registration of a person whom FCCQ accompanies; null for anyone else. */
  @Column("uuid", { nullable: true })
  registrationId: string | null;

  /** In what quality the person speaks, never their name. */
  @Column("text")
  describedAs: string;

  @Column("date", { nullable: true })
  consentedOn: string | null;

  /** The last day of the consent; null for a consent that names no end. */
  @Column("date", { nullable: true })
  consentUntil: string | null;

  @Column("text", { nullable: true })
  consentMethod: MediaConsentMethod | null;

  /** The subject of who collected it. */
  @Column("text", { nullable: true })
  collectedBy: string | null;

  @Column("date", { nullable: true })
  withdrawnOn: string | null;
}
