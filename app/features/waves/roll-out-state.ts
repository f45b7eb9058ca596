import { type Audience, isNewerWave, isWithdrawn, type Wave, waveApplies, waveGraceEnd } from "./wave-applies.ts";

export const rollOutStages = ["none", "announced", "trial", "grace", "enforced"] as const;
/** How far the rules have come for an audience. In `trial` the gate refuses nobody; in `grace` nobody yet. */
export type RollOutStage = (typeof rollOutStages)[number];

/** `wave` is the one that the stage is of; `next` the first one that comes after now. */
export type RollOutState = { stage: RollOutStage; wave: Wave | null; next: Wave | null };

/** Follows the gate: what is enforced counts, and a trial only where nothing is enforced. */
export function rollOutState(waves: readonly Wave[], { audience, now }: { audience: Audience; now: number }) {
  const theirs = waves.filter((wave) => waveApplies(wave, audience) && !isWithdrawn(wave, now));
  const [begun, coming] = [
    theirs.filter((wave) => wave.effectiveAt <= now),
    theirs.filter((wave) => wave.effectiveAt > now),
  ];
  const newest = (mode: Wave["mode"]) => begun.filter((wave) => wave.mode === mode).reduce(newer, null);
  const next = coming.reduce<Wave | null>((first, wave) => (!first || isNewerWave(first, wave) ? wave : first), null);
  const [enforced, trial] = [newest("enforce"), newest("shadow")];
  return { ...stageOf({ enforced, trial, next, now }), next } satisfies RollOutState;
}

type Found = { enforced: Wave | null; trial: Wave | null; next: Wave | null; now: number };

function stageOf({ enforced, trial, next, now }: Found): { stage: RollOutStage; wave: Wave | null } {
  if (enforced) return { stage: now < waveGraceEnd(enforced) ? "grace" : "enforced", wave: enforced };
  if (trial) return { stage: "trial", wave: trial };
  return { stage: next ? "announced" : "none", wave: next };
}

function newer(found: Wave | null, wave: Wave): Wave {
  return !found || isNewerWave(wave, found) ? wave : found;
}

/** The waves meant for reps in the order in which they take effect: the first is wave 1 to readers. */
export function listRepWaves(waves: readonly Wave[], now: number): Wave[] {
  const theirs = waves.filter((wave) => wave.kinds.includes("rep") && !isWithdrawn(wave, now));
  return theirs.sort((a, b) => (isNewerWave(a, b) ? 1 : -1));
}
