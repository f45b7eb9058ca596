type Given = {
  certification: { editionId: string; validUntil: number; valid: boolean } | null;
  /** The edition that the open steps belong to. */
  editionId: string;
  wave: { mode: "shadow" | "enforce"; graceEndsAt: number } | null;
  now: number;
};

/**
 * Until when open steps must be done to keep the right to claim: the end of the certification that they renew, or else
 * the end of grace. Null where no date is set or it has passed.
 */
export function dueAt({ certification, editionId, wave, now }: Given): number | null {
  if (certification?.valid && certification.editionId === editionId) return certification.validUntil;
  return wave && wave.mode === "enforce" && wave.graceEndsAt > now ? wave.graceEndsAt : null;
}
