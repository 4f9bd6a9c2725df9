/** The partners in the regions, as the registry names organisations. */

/** The code of an organisation, as `bas-saint-laurent-1`. */
export const ORGANISATION_CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
