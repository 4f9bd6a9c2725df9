/** What Emplois en régions keeps of people, and for how long. Households name nobody: the registry takes the name away. [design] */
import { TOLD_RULE } from "../../../platform/outbox.row.ts";
import { CHANGES_RULE, type RetentionRule } from "../../../platform/retention.ts";

const WORDS = { purpose: "To support the household", years: 3, then: "ANONYMISE" } as const;

export const RETENTION: readonly RetentionRule[] = [
  {
    ...WORDS,
    name: "words-on-needs",
    what: "The description of a need that was met or dropped",
    from: "its end",
    statements: [
      "update household_need set description = null where closed_on < $1::date and description is not null",
    ],
  },
  {
    ...WORDS,
    name: "notes-of-support",
    what: "What was noted of support given",
    from: "the support",
    statements: ["update household_support set note = null where given_on < $1::date and note is not null"],
  },
  {
    ...WORDS,
    name: "notes-of-steps",
    what: "What was noted of a step of the reflection plan",
    from: "the end of the step",
    statements: ["update reflection_step set note = null where closed_on < $1::date and note is not null"],
  },
  {
    ...WORDS,
    name: "notes-of-readiness",
    what: "What was noted when a person was declared ready",
    from: "the declaration",
    statements: ["update readiness set note = null where declared_on < $1::date and note is not null"],
  },
  {
    ...WORDS,
    name: "notes-of-relocation-plans",
    what: "What was noted when a relocation plan ended",
    from: "its end",
    statements: [
      "update relocation_plan set end_note = null where ended_on < $1::date and end_note is not null",
    ],
  },
  {
    ...WORDS,
    name: "notes-of-returns",
    what: "What was noted when a household left a region",
    from: "the return",
    statements: [
      "update relocation_return set note = null where returned_on < $1::date and note is not null",
    ],
  },
  CHANGES_RULE,
  TOLD_RULE,
];
