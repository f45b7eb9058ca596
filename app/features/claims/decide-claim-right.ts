import type { ClaimOutcome } from "#app/platform/db.server.ts";
import { isNewerWave, isWithdrawn, type Wave, waveApplies, waveGraceEnd } from "../waves/wave-applies.ts";
import type { ClaimFacts, OverrideFacts } from "./claim-facts.ts";
import { claimRightEdge } from "./claim-right-edge.ts";
import { judgeCertifications } from "./judge-certifications.ts";
import type { ReasonCode } from "./reasons.ts";

type ShadowDecision = { outcome: ClaimOutcome; reasons: ReasonCode[]; editionId: string };

export type ClaimDecision = {
  outcome: ClaimOutcome;
  /** The deciding reason first; after IN_GRACE and OVERRIDE, why there is no certification that counts. */
  reasons: ReasonCode[];
  /** The edition in force for the person; null where none is enforced. */
  editionId: string | null;
  waveId: string | null;
  /** Since when the edition has been in force for the person. */
  effectiveAt: number | null;
  /** When the grace of the wave in force ends or ended; null where it gives none. */
  graceEndsAt: number | null;
  /** Until when the certification that counts is valid; with EXPIRED, when it ended. */
  certifiedUntil: number | null;
  overrideUntil: number | null;
  /** What a newer wave in shadow mode would answer; it changes nothing. */
  shadow: ShadowDecision | null;
  /** The next wave that will be enforced for the person. */
  upcoming: { editionId: string; effectiveAt: number } | null;
  /** The answer is the same until this instant, as long as no new facts are recorded; null means for ever. */
  validUntil: number | null;
};

/**
 * May this person claim a deal at this instant? Pure. The order is: unknown, inactive, on hold, no wave in force,
 * certified for the edition in force or a later one, override, grace, and otherwise no.
 *
 * People on leave are employed and so keep their right; leave only silences reminders. The wave in force is the newest
 * enforced one that has taken effect for the person; a wave in shadow mode that is newer is answered beside it.
 */
export function decideClaimRight(facts: ClaimFacts & { instant: number }): ClaimDecision {
  const { person, instant } = facts;
  if (!person) return denied("UNKNOWN_PERSON", null);
  if (person.knownFrom !== null && instant < person.knownFrom) return denied("INACTIVE", person.knownFrom);
  if (person.leftAt !== null && person.leftAt <= instant) return denied("INACTIVE", person.knownUntil);

  const waves = facts.waves.filter((wave) => waveApplies(wave, person) && !isWithdrawn(wave, instant));
  const enforced = newest(waves, "enforce", instant);
  const rules = enforced && {
    editionId: enforced.editionId,
    waveId: enforced.id,
    effectiveAt: enforced.effectiveAt,
    graceEndsAt: enforced.graceDays > 0 ? waveGraceEnd(enforced) : null,
  };
  const frame = {
    ...nothing,
    ...rules,
    upcoming: next(waves, instant),
    validUntil: claimRightEdge(facts, waves, instant),
  };
  if (facts.holds.some((hold) => within(instant, hold.openedAt, hold.liftedAt)))
    return { ...frame, outcome: "deny", reasons: ["ON_HOLD"] };

  const candidate = newest(waves, "shadow", instant);
  const trial = candidate && (!enforced || isNewerWave(candidate, enforced)) ? candidate : null;
  const tried = trial && answerUnder(trial, facts, instant);
  const shadow = trial && tried && { outcome: tried.outcome, reasons: tried.reasons, editionId: trial.editionId };
  if (enforced) return { ...frame, ...answerUnder(enforced, facts, instant), shadow };

  const certifiedUntil = judgeCertifications(facts.certifications, "", instant).validUntil;
  return { ...frame, outcome: "allow", reasons: [shadow ? "SHADOW_MODE" : "NOT_YET_REQUIRED"], certifiedUntil, shadow };
}

const nothing = {
  editionId: null,
  waveId: null,
  effectiveAt: null,
  graceEndsAt: null,
  certifiedUntil: null,
  overrideUntil: null,
  shadow: null,
  upcoming: null,
};

function denied(reason: ReasonCode, validUntil: number | null): ClaimDecision {
  return { ...nothing, outcome: "deny", reasons: [reason], validUntil };
}

type Answer = Pick<ClaimDecision, "outcome" | "reasons" | "certifiedUntil" | "overrideUntil">;

/** The answer if this wave is the one in force. */
function answerUnder(wave: Wave, facts: ClaimFacts, instant: number): Answer {
  const { gap, validUntil, endedAt } = judgeCertifications(facts.certifications, wave.editionId, instant);
  if (gap === null)
    return { outcome: "allow", reasons: ["CERTIFIED"], certifiedUntil: validUntil, overrideUntil: null };
  const certifiedUntil = endedAt;
  const overrideUntil = lastOverrideEnd(facts.overrides, instant);
  if (overrideUntil !== null)
    return { outcome: "allow_by_override", reasons: ["OVERRIDE", gap], certifiedUntil, overrideUntil };
  if (instant < waveGraceEnd(wave))
    return { outcome: "allow_in_grace", reasons: ["IN_GRACE", gap], certifiedUntil, overrideUntil };
  return { outcome: "deny", reasons: [gap], certifiedUntil, overrideUntil };
}

function newest(waves: Wave[], mode: Wave["mode"], instant: number): Wave | null {
  let found: Wave | null = null;
  for (const wave of waves) {
    if (wave.mode === mode && wave.effectiveAt <= instant && (!found || isNewerWave(wave, found))) found = wave;
  }
  return found;
}

function next(waves: Wave[], instant: number): ClaimDecision["upcoming"] {
  let found: Wave | null = null;
  for (const wave of waves) {
    if (wave.mode === "enforce" && wave.effectiveAt > instant && (!found || isNewerWave(found, wave))) found = wave;
  }
  return found && { editionId: found.editionId, effectiveAt: found.effectiveAt };
}

function lastOverrideEnd(overrides: readonly OverrideFacts[], instant: number): number | null {
  let last: number | null = null;
  for (const { grantedAt, validFrom, validUntil, endedAt } of overrides) {
    const until = Math.min(validUntil, endedAt ?? validUntil);
    if (within(instant, Math.max(grantedAt, validFrom), until)) last = Math.max(last ?? until, until);
  }
  return last;
}

function within(instant: number, from: number, until: number | null): boolean {
  return from <= instant && (until === null || instant < until);
}
