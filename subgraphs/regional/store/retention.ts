/** What the regional partners keep of people, and for how long. Cases name nobody: the registry takes the name away. [design] */
import { TOLD_RULE } from "../../../platform/outbox.row.ts";
import { CHANGES_RULE, type RetentionRule } from "../../../platform/retention.ts";

const WORDS = { purpose: "To welcome the household", years: 3, then: "ANONYMISE" } as const;

export const RETENTION: readonly RetentionRule[] = [
  {
    ...WORDS,
    name: "words-on-welcome-steps",
    what: "Where a step took place, and what was noted of it",
    from: "the step",
    statements: [
      `update welcome_step set note = null, place = null
       where happened_on < $1::date and num_nonnulls(note, place) > 0`,
    ],
  },
  {
    ...WORDS,
    name: "notes-of-checklists",
    what: "What was noted of an area of the checklist",
    from: "the day it was done",
    statements: ["update welcome_item set note = null where done_on < $1::date and note is not null"],
  },
  {
    name: "names-of-hosts",
    what: "The name of a person who received visitors",
    purpose: "To name the host to visitors",
    from: "the day the host stopped",
    years: 1,
    then: "ANONYMISE",
    statements: [
      `update visit_host set name = null, named_since = null
       where until < $1::date and kind = 'PERSON' and name is not null`,
    ],
  },
  CHANGES_RULE,
  TOLD_RULE,
];
