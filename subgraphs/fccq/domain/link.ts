/** Addresses that people are sent to: over https only. */
export const HTTPS_LINK = /^https:\/\/\S+$/;
