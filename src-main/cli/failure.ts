/** The command line is used wrongly: exit code 2. */
export class WrongUsage extends Error {}

/** What was asked for cannot be done, and why: exit code 1. */
export class Failed extends Error {}

/** In: anything thrown by the system. Out: what it says. */
export const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
