/** What FCCQ keeps of people, and for how long. Profiles name nobody: the registry takes the name away. [design] */
import { TOLD_RULE } from "../../../platform/outbox.row.ts";
import { CHANGES_RULE, TAKEN_AWAY, type RetentionRule } from "../../../platform/retention.ts";

const WORDS = { purpose: "To support the person at work", years: 3, then: "ANONYMISE" } as const;

export const RETENTION: readonly RetentionRule[] = [
  {
    ...WORDS,
    name: "notes-of-follow-ups",
    what: "What was said when a worker was followed up",
    from: "the follow-up",
    statements: [
      `update worker_follow_up set note = ${TAKEN_AWAY} where made_on < $1::date and note <> ${TAKEN_AWAY}`,
    ],
  },
  {
    ...WORDS,
    name: "notes-of-guidance",
    what: "What was noted when a person was guided to financial aid",
    from: "the guidance",
    statements: ["update financial_guidance set note = null where given_on < $1::date and note is not null"],
  },
  CHANGES_RULE,
  TOLD_RULE,
];
