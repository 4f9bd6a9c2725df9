/** All that the sections of Emplois en régions hold, as a query. */

export const EMPLOYABILITY = /* GraphQL */ `
  employability {
    files {
      id openedOn track trackSince
      organisation { code }
      candidate { registrationId }
      counsellor { name organisation { code } }
      eligibility { eligible reasons ruleSince assessedOn status arrivedOn }
      eligibilityAssessments { id }
      reflectionPlan { state closedOn steps { position kind title state note } }
      reflectionPlans { id }
      readiness { track declaredAt declaredBy }
      readinessHistory { id }
    }
  }
`;

export const HOUSEHOLD = /* GraphQL */ `
  id openedOn state closedOn track source size
  organisation { code }
  outreachEvent { title kind city }
  members {
    role ageGroup joinedOn leftOn supportCents
    candidate { registrationId }
    needs { kind state }
    supports { kind amountCents need { kind } }
  }
  counsellor { name }
  counsellorAssignments { since until counsellor { name } }
  chosenRegion { city region { code } }
  regionChoices { chosenOn reason region { code } }
  travelGrants { state traveller { role } region { code } }
  relocationPlans { state }
  returns { reason destination region { code } }
`;

export const RELOCATION = /* GraphQL */ `
  household { ${HOUSEHOLD} }
  relocation {
    households { id }
    regionChoices { id region { code } }
    plans {
      state city moveOn arrivedOn endedOn leftToEer leftToRegionalPartner
      region { code } organisation { code } regionalPartner { code }
      tasks { position phase kind owner state }
    }
    travelGrants { employer city amountCents state travelsOn }
    returns { reason otherReasons destination returnedOn }
    ambassadors { activities since until region { code } }
    preDepartureCases { state csqHeld country expectedArrival counsellor { name } regions { code } }
  }
`;
