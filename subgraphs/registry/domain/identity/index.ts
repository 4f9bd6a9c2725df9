/** Who is who: what matching offers to the rest of the registry. */
export { candidatePairs, type CandidateLimits, type Pair } from "./candidates.ts";
export {
  comparePeople,
  evidenceOf,
  weightOf,
  type Comparison,
  type ComparisonContext,
  type Evidence,
  type Verdict,
} from "./compare.ts";
export type { Gate } from "./gates.ts";
export { groupPeople, LOOKED_AT, type Grouping } from "./groups.ts";
export { keyed, searchable, searchWords, wholeBirthDate, type Keyed } from "./keyed.ts";
export { keysOf, wideKeysOf } from "./keys.ts";
export { currentModel, type Model, type Thresholds } from "./model.ts";
export { normalise } from "./normalise.ts";
export type { DeclaredPerson, Person } from "./person.ts";
export { placeRegistration, type Home, type Placement, type PossibleHome } from "./placement.ts";
export { canBeTakenBack, DoorOutcome, IdentityOutcome, knownUnder, type Origin } from "./outcome.ts";
export { priorOf, train, type TrainingReport } from "./train.ts";
