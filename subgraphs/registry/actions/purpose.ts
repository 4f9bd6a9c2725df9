/** The purposes as an enum of the graph, for inputs and answers alike. */
import { registerEnumType } from "type-graphql";
import { PURPOSES, type Purpose } from "../../../platform/passport.ts";

export const PurposeEnum = Object.fromEntries(PURPOSES.map((purpose) => [purpose, purpose])) as Record<
  Purpose,
  Purpose
>;

registerEnumType(PurposeEnum, {
  name: "Purpose",
  description: "Why a caller asks: one purpose a request.",
  valuesConfig: {
    SUPPORT: { description: "To support the person (accompagnement)." },
    COORDINATION: { description: "To see that nobody is forgotten (coordination)." },
    STATISTICS: { description: "To count (statistiques)." },
    SELF: { description: "To see one's own file (droit d'accès)." },
  },
});
