import type { EvidenceBody } from "#app/platform/db.server.ts";
import { paths } from "#app/platform/paths.ts";
import { type Audience, isWithdrawn, type Wave, waveApplies, waveGraceEnd } from "../waves/wave-applies.ts";

/** Instants in milliseconds. Lists may hold more than the time asked about. */
export type ChangeFacts = {
  audience: Audience;
  evidence: readonly { at: number; body: EvidenceBody }[];
  overrides: readonly { validUntil: number; endedAt: number | null }[];
  waves: readonly Wave[];
  certifications: readonly { validFrom: number; validUntil: number }[];
  /** The newest release of the person's edition, when another was current before; titles of the lessons that differ. */
  lessons: { publishedAt: number; titles: string[] } | null;
  /** The newest release of a partner's edition: titles of its replays that are new. */
  replays?: { publishedAt: number; titles: string[] } | null;
  /** Claims that a system sent, not the person. */
  claims: readonly { id: string; dealReference: string; at: number; recorded: boolean }[];
  booster: { day: number; opensAt: number } | null;
  /** The manager whom HR gives now, and since when; null where it has not changed. */
  manager: { name: string | null; since: number } | null;
};

/** A line for the catalogue: `kind` is its key, `on` a date in the sentence, `titles` a list in it. */
export type Change = {
  kind: string;
  at: number;
  on?: number;
  values?: Record<string, string | number>;
  titles?: string[];
  href: string | null;
};

const mostChanges = 5;

/** What has changed for a person after `since` up to and including `now`: newest first, at most `mostChanges`. */
export function changesSince(facts: ChangeFacts, { since, now }: { since: number; now: number }): Change[] {
  const all = [
    ...facts.evidence.flatMap(evidenceChange),
    ...facts.overrides.flatMap(({ validUntil, endedAt }) =>
      endedAt === null ? [{ kind: "override_ended", at: validUntil, href: null }] : [],
    ),
    ...facts.waves.filter((wave) => waveApplies(wave, facts.audience)).flatMap((wave) => waveChanges(wave, facts, now)),
    ...facts.claims.map(({ id, at, recorded, dealReference }) => ({
      kind: recorded ? "claim_recorded" : "claim_refused",
      at,
      values: { deal: dealReference },
      href: recorded ? paths.deal(id) : paths.refusal(id),
    })),
  ] satisfies Change[];
  const { lessons, replays, booster, manager } = facts;
  const more: Change[] = [];
  if (lessons)
    more.push({
      kind: lessons.titles.length > 0 ? "lessons_changed" : "lessons_published",
      at: lessons.publishedAt,
      on: lessons.publishedAt,
      titles: lessons.titles,
      href: paths.program(),
    });
  if (replays) more.push({ kind: "replays_new", at: replays.publishedAt, titles: replays.titles, href: null });
  if (booster) more.push({ kind: "booster_opened", at: booster.opensAt, href: paths.booster(booster.day) });
  if (manager)
    more.push({
      kind: manager.name === null ? "manager_none" : "manager_changed",
      at: manager.since,
      values: { name: manager.name ?? "" },
      href: null,
    });
  return [...all, ...more]
    .filter(({ at }) => at > since && at <= now)
    .sort((a, b) => b.at - a.at)
    .slice(0, mostChanges);
}

/** Only what somebody else did, or what the person has worked for. */
function evidenceChange({ at, body }: ChangeFacts["evidence"][number]): Change[] {
  switch (body.kind) {
    case "certified":
      return [{ kind: body.kind, at, on: body.validUntil, href: paths.certificate(body.number) }];
    case "attended":
      return [{ kind: body.kind, at, href: paths.attendance(body.number) }];
    case "held":
      return [{ kind: body.kind, at, values: { case: body.caseReference }, href: paths.record() }];
    case "override_granted":
      return [{ kind: body.kind, at, on: body.validUntil, href: null }];
    case "attempt_unlocked":
      return [{ kind: body.kind, at, href: paths.assessment() }];
    case "attempt_voided":
      return [{ kind: body.kind, at, values: { number: body.number }, href: paths.assessment() }];
    case "hold_lifted":
    case "override_ended":
    case "accommodation_granted":
    case "accommodation_ended":
      return [{ kind: body.kind, at, href: null }];
    default:
      return [];
  }
}

function waveChanges(wave: Wave, { certifications }: ChangeFacts, now: number): Change[] {
  const { createdAt, effectiveAt, withdrawnAt, editionId } = wave;
  const line = (kind: string, at: number): Change => ({
    kind: wave.mode === "shadow" && kind !== "wave_withdrawn" ? `${kind}_trial` : kind,
    at,
    on: effectiveAt,
    values: { edition: editionId },
    href: paths.rules(editionId),
  });
  if (withdrawnAt !== null && isWithdrawn(wave, now)) return [line("wave_withdrawn", withdrawnAt)];
  // A wave entered after its own date is in force from the moment it is known.
  const changes =
    effectiveAt > now ? [line("wave_announced", createdAt)] : [line("wave_in_force", Math.max(effectiveAt, createdAt))];
  const graceEnd = waveGraceEnd(wave);
  const certified = certifications.some(({ validFrom, validUntil }) => validFrom <= graceEnd && graceEnd < validUntil);
  if (wave.mode === "enforce" && wave.graceDays > 0 && !certified) changes.push(line("grace_ended", graceEnd));
  return changes;
}
