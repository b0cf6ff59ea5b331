/** Why Jalon does not start, in words for who runs it. Trying again would not help: nobody restarts it. */
export class StartRefusal extends Error {}

/** How the server tells the parent that restarting is useless (sysexits' EX_CONFIG). */
export const refusalExitCode = 78;
