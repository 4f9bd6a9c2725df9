/** Occupations of the National Occupational Classification (CNP/NOC 2021): five digits, the second is the FEER/TEER. */
export const OCCUPATION_CODE = /^\d[0-5]\d{3}$/;
