/** What is exported of the register of incidents: the fields that the law asks of it. */
export const INCIDENT_EXPORT = /* GraphQL */ `
  query IncidentRegister($after: String) {
    incidents(first: 100, after: $after) {
      nodes {
        id
        organisation {
          name
        }
        recordedAt
        information
        circumstances
        occurredFrom
        occurredTo
        occurredIsApproximate
        awareOn
        persons
        personsIsApproximate
        state
        serious
        assessment
        assessedOn
        commissionNotifiedOn
        personsNotifiedOn
        publicNotice
        publicNoticeReason
        measures
        closedOn
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
