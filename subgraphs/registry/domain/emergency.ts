/** How long a file opened in an emergency stays open, in minutes. [design] */
export const EMERGENCY_MINUTES = { usual: 60, longest: 240 };
