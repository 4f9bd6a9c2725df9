/**
 * What is exported for a person: what was collected from them and what happened, from every organisation that knows
 * them. No score or what it was made of, and no note of a professional (Loi 25, portability).
 */

const SOURCE = "declaredOn source { name }";
const MILESTONE = "kind occurredAt reportedBy { name }";
const REFERRAL = "reason sections state requestedAt dueOn stateSince outcome from { name } to { name }";

/** The lists of a file that come in pages, and what is taken of each item. */
export const PAGED = { timeline: MILESTONE, referrals: REFERRAL } as const;

/** Whose file it is: one's own, or that of a person who asked a professional for it. */
export type Whose = { root: string; asked: string; variables: Record<string, string> };

export const OWN: Whose = { root: "file: myFile", asked: "", variables: {} };

export function theirs(id: string): Whose {
  return { root: "file: candidate(id: $id)", asked: "$id: ID!", variables: { id } };
}

/** A page of one of the lists. */
export const pageQuery = ({ root, asked }: Whose, list: keyof typeof PAGED): string =>
  `query PersonalExport($after: String ${asked}) { ${root} { ${page(list, "$after")} } }`;

/** Records that a professional takes a copy, before they do. */
export const RECORD_EXPORT = `mutation RecordExport($input: ExportRecordInput!) {
  exportRecord(input: $input) { userErrors { message } }
}`;

export const personalExport = ({ root, asked }: Whose): string => /* GraphQL */ `
  query PersonalExport${asked && `(${asked})`} {
    ${root} {
      id
      name { declared { givenNames familyNames ${SOURCE} } }
      birthDates { value ${SOURCE} }
      contact {
        emails { value ${SOURCE} }
        phones { value ${SOURCE} }
        addresses { address city postalCode country ${SOURCE} }
      }
      registrations {
        organisation { name }
        registeredOn
        entryDoor
        declarations {
          declaredOn current givenNames familyNames birthDate email phone address city postalCode country
        }
      }
      stage { code since next dueOn exit montrealStep responsible { name } }
      ${page("timeline")}
      ${page("referrals")}
      consents {
        given givenBy sections purpose givenOn expiresOn withdrawnAt collectedHow
        recipient { name } recipientGroup { name } collectedFor { name }
      }
      household {
        openedOn state size closedOn closeReason
        members {
          candidate { id }
          role ageGroup joinedOn leftOn
          needs { kind description state recordedOn closedOn }
          supports { kind amountCents givenOn }
        }
      }
      employability {
        files {
          organisation { name }
          openedOn track trackSince
          counsellor { name }
          eligibilityAssessments { eligible reasons assessedOn generation status arrivedOn csqHeld }
          reflectionPlans { state openedOn closedOn steps { kind title state dueOn closedOn } }
          readinessHistory { track declaredAt withdrawnAt }
        }
      }
      matching {
        profiles {
          registeredOn occupation skills experienceYears frenchListening frenchSpeaking frenchReading frenchWriting
          matchingSince
          targetedRegions { name }
        }
        matches { state computedAt decidedAt position { title city } }
        interviews { startsAt endsAt state position { title city } business { name } }
        offers {
          state proposedOn answeredOn answerReason startsOn startedOn endedOn endReason
          position { title city }
        }
        activities { signedUpOn attendance activity { title } }
        followUps { madeOn channel employed nextOn }
        financialGuidance { aid givenOn grantedBy }
        testimonies { describedAs consentedOn consentUntil consentMethod withdrawnOn }
      }
      passerelle {
        files {
          registeredOn status postalArea sector occupation skills experienceYears answeredOn pairingSince
          pitch pitchWrittenOn step stepSince closedOn closingReason
          journey { kind step closingReason happenedOn }
          calls { startsAt endsAt state }
          videos { url consentedOn endedOn ending }
          activities { presence enrolledOn activity { title } }
          events { presence registeredOn event { title } }
          pairings { state computedAt decidedAt employer { name } }
          interviews { startsAt endsAt state outcome employer { name } }
          exchanges { openedBy openedOn state endedOn employer { name } }
          outcomes { employed since way recordedAt employerName employer { name } }
        }
      }
      relocation {
        regionChoices { city reason chosenOn supersededOn region { name } }
        plans {
          state city openedOn contactConfirmedOn moveOn arrivedOn settledOn endedOn
          region { name }
          tasks { phase kind title owner dueOn state closedOn }
        }
        travelGrants { state employer city travelsOn amountCents requestedOn decidedOn decisionReason paidOn region { name } }
        returns { returnedOn reason otherReasons destination region { name } }
        ambassadors { activities since until region { name } }
        preDepartureCases { state receivedOn csqHeld country expectedArrival arrivedOn closedOn closeReason regions { name } }
      }
      welcome {
        cases {
          organisation { name }
          region { name }
          state city adults children openedOn contactedOn expectedOn arrivedOn settledOn leftOn departureReason
          destination cancelledOn cancelReason
          checklist { settled complete items { area state doneOn } }
          steps { kind happenedOn people place area }
          retentionChecks { months dueOn outcome departureReason checkedOn }
        }
      }
    }
  }
`;

function page(list: keyof typeof PAGED, after?: string): string {
  const args = after ? `first: 100, after: ${after}` : "first: 100";
  return `${list}(${args}) { nodes { ${PAGED[list]} } pageInfo { hasNextPage endCursor } }`;
}
