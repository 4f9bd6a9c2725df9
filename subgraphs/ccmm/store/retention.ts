/** What CCMM keeps of people, and for how long. Files name nobody: the registry takes the name away. [design] */
import { TOLD_RULE } from "../../../platform/outbox.row.ts";
import { CHANGES_RULE, type RetentionRule } from "../../../platform/retention.ts";

const CLOSED_FILES = "(select registration_id from participant where closed_on < $1::date)";

export const RETENTION: readonly RetentionRule[] = [
  {
    name: "videos-of-closed-files",
    what: "The link to the person's video",
    purpose: "To present the person to employers",
    from: "the closing of the file",
    years: 1,
    then: "DESTROY",
    statements: [`delete from video where registration_id in ${CLOSED_FILES}`],
  },
  {
    name: "pitches-of-closed-files",
    what: "The person's pitch",
    purpose: "To present the person to employers",
    from: "the closing of the file",
    years: 1,
    then: "DESTROY",
    statements: [
      "update participant set pitch = null, pitch_written_on = null where closed_on < $1::date and pitch is not null",
    ],
  },
  {
    name: "notes-of-calls",
    what: "What the adviser noted of a call",
    purpose: "To advise the person",
    from: "the call",
    years: 3,
    then: "ANONYMISE",
    statements: ["update adviser_call set note = null where starts_at < $1::date and note is not null"],
  },
  CHANGES_RULE,
  TOLD_RULE,
];
