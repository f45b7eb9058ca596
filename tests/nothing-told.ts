import type { Told } from "#app/features/notices/compose-mails.ts";

/** Nobody was told of anything, nor got a mail. */
export const nothingTold: Told = { has: () => false, mailedOn: () => false };
