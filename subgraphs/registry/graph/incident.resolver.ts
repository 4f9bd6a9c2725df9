/** The register of confidentiality incidents. */
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { incidentAssess, IncidentAssessInput } from "../actions/incident-assess.ts";
import { incidentClose, IncidentCloseInput } from "../actions/incident-close.ts";
import {
  incidentNotifyCommission,
  IncidentNotifyCommissionInput,
} from "../actions/incident-notify-commission.ts";
import { incidentNotifyPersons, IncidentNotifyPersonsInput } from "../actions/incident-notify-persons.ts";
import { incidentRecord, IncidentRecordInput } from "../actions/incident-record.ts";
import type { RegistryContext } from "../context.ts";
import { reach } from "../domain/access.ts";
import { Notice, noticesDue } from "../domain/incident.ts";
import { IncidentRow } from "../store/incident.row.ts";
import { Incident, IncidentConnection } from "./incident.type.ts";
import { Organisation } from "./organisation.type.ts";

const IncidentRecordPayload = payloadOf("IncidentRecord", "incident", () => Incident);
const IncidentAssessPayload = payloadOf("IncidentAssess", "incident", () => Incident);
const IncidentNotifyCommissionPayload = payloadOf("IncidentNotifyCommission", "incident", () => Incident);
const IncidentNotifyPersonsPayload = payloadOf("IncidentNotifyPersons", "incident", () => Incident);
const IncidentClosePayload = payloadOf("IncidentClose", "incident", () => Incident);

/** Whose incidents a viewer reads, as SQL over the alias `incident`. */
const TOLD: Record<ReturnType<typeof reach>, string> = {
  EVERYBODY: "true",
  CIRCLE: "incident.organisationCode = :organisation",
  SELF: "false",
  NOBODY: "false",
};

@Resolver(() => Incident)
export class IncidentResolver {
  @Query(() => IncidentConnection, {
    description:
      "The register of confidentiality incidents, the latest first: all for the coordinator, its own for an organisation.",
  })
  incidents(@Args(() => PageArgs) page: PageArgs, @Ctx() { manager, waves, viewer }: RegistryContext) {
    const query = manager
      .createQueryBuilder(IncidentRow, "incident")
      .where(TOLD[reach(viewer)], { organisation: viewer.organisation });
    return waves.track(
      keysetPage(
        query,
        [
          { property: "awareOn", direction: "DESC" },
          { property: "id", direction: "DESC" },
        ],
        page,
      ),
    );
  }

  @Mutation(() => IncidentRecordPayload, {
    description: "Records an incident. For professionals and the coordinator.",
  })
  incidentRecord(@Arg("input") input: IncidentRecordInput, @Ctx() context: RegistryContext) {
    return payload("incident", incidentRecord, input, context);
  }

  @Mutation(() => IncidentAssessPayload, {
    description: "Assesses the risk of an incident. For the coordinator.",
  })
  incidentAssess(@Arg("input") input: IncidentAssessInput, @Ctx() context: RegistryContext) {
    return payload("incident", incidentAssess, input, context);
  }

  @Mutation(() => IncidentNotifyCommissionPayload, {
    description: "Notes that the Commission d'accès à l'information was told. For the coordinator.",
  })
  incidentNotifyCommission(
    @Arg("input") input: IncidentNotifyCommissionInput,
    @Ctx() context: RegistryContext,
  ) {
    return payload("incident", incidentNotifyCommission, input, context);
  }

  @Mutation(() => IncidentNotifyPersonsPayload, {
    description: "Notes that the persons concerned were told. For the coordinator.",
  })
  incidentNotifyPersons(@Arg("input") input: IncidentNotifyPersonsInput, @Ctx() context: RegistryContext) {
    return payload("incident", incidentNotifyPersons, input, context);
  }

  @Mutation(() => IncidentClosePayload, {
    description: "Closes an incident, once everyone who must be told was. For the coordinator.",
  })
  incidentClose(@Arg("input") input: IncidentCloseInput, @Ctx() context: RegistryContext) {
    return payload("incident", incidentClose, input, context);
  }

  @FieldResolver(() => [Notice], { description: "Who must still be told." })
  noticesDue(@Root() incident: Incident): Notice[] {
    return noticesDue(incident);
  }

  @FieldResolver(() => Organisation, { nullable: true, description: "The organisation that met it." })
  organisation(@Root() { organisationCode }: Incident, @Ctx() { load }: RegistryContext) {
    return load.organisation(organisationCode);
  }
}
