/** The programs that people sign in with; systems sign in under their own names. */

/** The public client of the explorer and the console. */
export const EXPLORER_CLIENT = "continuum-explorer";

/** The public client of the token command. */
export const CLI_CLIENT = "continuum-cli";

/** Where the token command is sent back to. Nobody listens there: it reads the code from the redirect itself. */
export const CLI_REDIRECT_URI = "http://127.0.0.1/callback";
