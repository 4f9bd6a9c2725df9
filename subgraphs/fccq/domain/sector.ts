/** Sectors of the North American Industry Classification System (SCIAN/NAICS 2022): two digits; ranges keep their first. */
export const SECTOR_CODE = /^(11|2[123]|31|41|44|48|5[1-6]|6[12]|7[12]|81|91)$/;
