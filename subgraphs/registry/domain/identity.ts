/** What partners declared of a person, gathered: each value keeps its source and date. */

/** What one organisation declared. */
export interface Declaration {
  organisationCode: string;
  registeredOn: string;
  /** When the organisation declared what stands here: at the registration, or at its last correction. */
  declaredOn: string;
  givenNames: string | null;
  familyNames: string | null;
  birthDate: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
  city: string | null;
  postalCode: string | null;
  country: string | null;
}

export interface Declared {
  organisationCode: string;
  declaredOn: string;
}

/** The declarations with the viewer's own organisation first, then the earliest: what a heading shows. */
export function ownFirst<D extends Declaration>(declarations: readonly D[], organisation: string): D[] {
  const rank = (declaration: D) => (declaration.organisationCode === organisation ? 0 : 1);
  return [...declarations].sort(
    (one, other) => rank(one) - rank(other) || (one.registeredOn < other.registeredOn ? -1 : 1),
  );
}

/** A name as people read it; whatever part there is. */
export function displayName({
  givenNames,
  familyNames,
}: Pick<Declaration, "givenNames" | "familyNames">): string {
  return [givenNames, familyNames].filter(Boolean).join(" ");
}

/** Each value of one kind that was declared, with its source. */
export function declaredTexts(
  declarations: readonly Declaration[],
  kind: "email" | "phone" | "birthDate",
): (Declared & { value: string })[] {
  return declarations.flatMap((declaration) => {
    const value = declaration[kind];
    return value === null ? [] : [{ ...sourceOf(declaration), value }];
  });
}

/** Each name that was declared, with its source. */
export function declaredNames(declarations: readonly Declaration[]) {
  return declarations.map((declaration) => ({
    ...sourceOf(declaration),
    givenNames: declaration.givenNames,
    familyNames: declaration.familyNames,
  }));
}

/** Each address that was declared, with its source. */
export function declaredAddresses(declarations: readonly Declaration[]) {
  return declarations
    .filter(({ address, city, postalCode, country }) => address ?? city ?? postalCode ?? country)
    .map((declaration) => ({
      ...sourceOf(declaration),
      address: declaration.address,
      city: declaration.city,
      postalCode: declaration.postalCode,
      country: declaration.country,
    }));
}

function sourceOf({ organisationCode, declaredOn }: Declaration): Declared {
  return { organisationCode, declaredOn };
}

/** Whether a viewer reads what was declared before a correction: a former name is not for everyone who knows the person. */
export function readsHistory(
  viewer: { organisation: string; purpose: string },
  organisation: string,
): boolean {
  return viewer.organisation === organisation || viewer.purpose === "SELF";
}

/** Everything that one organisation declared of a person, the latest first: a registration and its corrections. */
export function history<First extends { registeredOn: string }, Later extends { declaredOn: string }>(
  first: First,
  corrections: readonly Later[],
): ((First | Later) & { declaredOn: string; current: boolean })[] {
  return [...corrections, { ...first, declaredOn: first.registeredOn }].map((declaration, index) => ({
    ...declaration,
    current: index === 0,
  }));
}
