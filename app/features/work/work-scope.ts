/** Whose work somebody may see and cancel. */
export type WorkScope = { personId: string } | "everybody";
