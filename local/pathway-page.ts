/** `npm run docs`: writes docs/pathway.md from the table of the pathway; `--check` says whether it is current. */
import { MilestoneKind, NEVER_MOVES, REPORTERS } from "../subgraphs/registry/domain/milestone.ts";
import { MONTREAL_STEPS } from "../subgraphs/registry/domain/montreal.ts";
import { Mandate } from "../subgraphs/registry/domain/organisation.ts";
import {
  EXIT_BY,
  EXITS,
  REOPENED_BY,
  TRANSITIONS,
  type By,
  type Transition,
} from "../subgraphs/registry/domain/pathway-table.ts";
import { STAGE_RULES, STAGES, type Holding, type StageCode } from "../subgraphs/registry/domain/stage.ts";
import { STEPS_OF_STAGE } from "../subgraphs/registry/domain/stage-step.ts";
import { OFFERED_UNDER, USUAL_SUPPORT } from "../subgraphs/registry/domain/support.ts";
import { table, writePage } from "./page.ts";

await writePage("docs/pathway.md", "the table of the pathway does", rendered());

function rendered(): string {
  return `# The pathway

This page is written by \`npm run docs\` from \`subgraphs/registry/domain/pathway-table.ts\` and the tables beside it. Do not
edit it: to change the pathway, change the table.

Partners report milestones; where a person stands follows from all of them. They are read in the order in which they
happened, whatever the order in which they came in. Those of the same moment are read in the order of the list of
milestones below, then by the code of the organisation. A milestone that stands in no line of the table at the stage
where the person is, or that comes from an organisation whose report does not count there, is kept as history and moves
nothing; \`milestoneReport\` then answers \`moved: false\`.

## Diagram

\`\`\`mermaid
${diagram()}
\`\`\`

## Stages

${table(
  ["Stage", "French", "Responsible", "Next", "Due in days", "The person sees"],
  STAGES.map((stage) => {
    const { french, owners, next, dueInDays, personSees } = STAGE_RULES[stage];
    return [
      code(stage),
      french,
      owners.map(holding).join(", otherwise ") || "nobody",
      next.map(code).join(" or ") || "–",
      dueInDays === null ? "–" : String(dueInDays),
      personSees ? code(personSees) : "–",
    ];
  }),
)}

## What moves a stage, and whose report counts

${table(
  ["At", "Milestone", "Leads to", "Whose report counts", "And then"],
  TRANSITIONS.map((line) => [
    line.from.map((stage) => (stage ? code(stage) : "before the first")).join(", "),
    code(line.on),
    line.to === "STAYS" ? "(stays)" : code(line.to),
    line.by.map(whose).join(", or "),
    effects(line),
  ]),
)}

## Leaving and coming back

Wherever an open file stands before \`ESTABLISHED\`, it is closed by ${EXIT_BY.map(whose).join(", or ")}, with
${Object.keys(EXITS).map(code).join(", ")}. Nobody is responsible for a closed file, and nothing else moves it, until
\`REOPENED\` is reported by ${REOPENED_BY.map(whose).join(", or ")}: it opens at the stage where it was closed, and that
organisation is the person's door from then on.

## The Montréal track

Beside the pathway, reported by the organisation with the mandate ${code(Mandate.PASSERELLE)}: ${MONTREAL_STEPS.map(code).join(" → ")}.
It moves only forward, and never moves the stage. Arriving in a region closes it; after a return to Montréal it begins
again with the next step that is reported.

## What never moves a stage

${table(
  ["Milestone", "Why"],
  Object.entries(NEVER_MOVES).map(([kind, why]) => [code(kind), why]),
)}

## Who may report what

${table(
  ["Milestone", "Organisations with the mandate"],
  Object.values(MilestoneKind).map((kind) => [
    code(kind),
    REPORTERS[kind].map(code).join(", ") || "nobody: the registry writes it when a referral is accepted",
  ]),
)}

## Steps and usual support

${table(
  ["Stage", "Steps to assess", "Usual support"],
  STAGES.map((stage) => [
    code(stage),
    STEPS_OF_STAGE[stage].map(code).join(", "),
    USUAL_SUPPORT[stage].map(code).join(", ") || "–",
  ]),
)}

${table(
  ["Support", "Offered under the mandate"],
  Object.entries(OFFERED_UNDER).map(([kind, mandates]) => [code(kind), mandates.map(code).join(", ")]),
)}
`;
}

function diagram(): string {
  const arrows = TRANSITIONS.flatMap(({ from, on, to }) =>
    to === "STAYS" ? [] : from.map((stage): [string, StageCode, MilestoneKind] => [stage ?? "[*]", to, on]),
  );
  const byEnds = Map.groupBy(arrows, ([from, to]) => `${from} --> ${to}`);
  const lines = [...byEnds].map(([ends, all]) => `${ends}: ${all.map(([, , on]) => on).join("<br/>")}`);
  return ["stateDiagram-v2", ...lines.map((line) => `  ${line}`), "  ESTABLISHED --> [*]"].join("\n");
}

function effects({ by, marks, releases = [], isReturn }: Transition): string {
  const takes = by.flatMap((each) =>
    each.who === "RECEIVER" || each.who === "ACCEPTOR"
      ? [`it has the person as ${holding(each.mandate)}`]
      : [],
  );
  const known = { READY: "the person is ready", REGION_CHOSEN: "a region is chosen" };
  return (
    [
      ...takes,
      ...(marks ? [known[marks]] : []),
      ...releases.map((mandate) => `${holding(mandate)} has them no longer`),
      ...(isReturn ? ["a return"] : []),
    ].join("; ") || "–"
  );
}

function whose(by: By): string {
  switch (by.who) {
    case "ANY":
      return "any organisation that may report it";
    case "RESPONSIBLE":
      return "the responsible organisation";
    case "HOLDER":
      return `the one that has the person as ${holding(by.mandate)}`;
    case "RECEIVER":
      return `a receiving partner with ${code(by.mandate)}, unless another has the person`;
    case "ACCEPTOR":
      return `the partner with ${code(by.mandate)} that accepted a referral`;
  }
}

function holding(each: Holding): string {
  return each === "DOOR" ? "the entry door" : code(each);
}

function code(text: string): string {
  return `\`${text}\``;
}
