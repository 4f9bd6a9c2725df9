/** The tracks in the graph. */
import { registerEnumType } from "type-graphql";
import { EmployabilityTrack } from "../domain/track.ts";

registerEnumType(EmployabilityTrack, {
  name: "EmployabilityTrack",
  description: "What a person moves to a region for (volet).",
  valuesConfig: {
    EMPLOYMENT: { description: "A job (emploi)." },
    TRAINING: { description: "Training, close to the labour market that interests them (formation)." },
    BUSINESS_START_UP: { description: "A business of their own (démarrage d'entreprise)." },
    BUSINESS_TAKEOVER: { description: "A business to take over (repreneuriat)." },
  },
});

export { EmployabilityTrack };
