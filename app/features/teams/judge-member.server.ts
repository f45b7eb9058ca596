import { isTrainingGap } from "../claims/claim-right-answer.ts";
import { decideForSubject } from "../claims/decide-for-subject.server.ts";
import { judgeCertifications } from "../claims/judge-certifications.ts";
import type { ReasonCode } from "../claims/reasons.ts";
import type { ProgramFacts, Subject } from "../claims/sort-fact-rows.server.ts";
import { waveToWorkOn } from "../waves/edition-to-work-on.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";
import { type MemberStanding, type Status, soonDays } from "./team-member.ts";

const soonMs = soonDays * millisecondsADay;
/** Facts of one person begin and end at few instants; a guard, not a limit that anybody meets. */
const mostEdges = 200;

/** What the gate answers for a person now, and until when it stays so. The decision is the gate's own. */
export function judgeMember(program: ProgramFacts, subject: Subject, now: number): MemberStanding {
  const decided = decideForSubject(program, subject, { at: now, now });
  const reason = decided.reasons[0] as ReasonCode;
  const published = new Set(program.releases.map((release) => release.editionId));
  const wave = waveToWorkOn(program.waves, {
    ...{ person: subject.person, instant: now },
    isPublished: (editionId) => published.has(editionId),
  });
  const losesAt = decided.outcome === "deny" ? null : findLoss(program, subject, decided.validUntil);
  const soonFrom = losesAt === null ? Number.POSITIVE_INFINITY : losesAt - soonMs;
  const verdict = judgeCertifications(subject.certifications, wave?.editionId ?? "", now);
  return {
    counted: subject.person.kind === "rep" && reason !== "INACTIVE",
    status: statusOf(decided.outcome, reason),
    reason,
    certified: wave !== null && verdict.gap === null,
    certifiedUntil: verdict.validUntil,
    dueAt: losesAt ?? (isTrainingGap(decided.reasons) && decided.outcome === "deny" ? lossOf(decided) : null),
    soon: soonFrom <= now,
    waveId: wave?.id ?? null,
    certifications: subject.certifications,
    changesAt: Math.min(
      decided.validUntil ?? Number.POSITIVE_INFINITY,
      soonFrom > now ? soonFrom : Number.POSITIVE_INFINITY,
    ),
  };
}

function statusOf(outcome: ReturnType<typeof decideForSubject>["outcome"], reason: ReasonCode): Status {
  if (outcome === "deny") return "blocked";
  if (outcome === "allow_in_grace") return "grace";
  if (outcome === "allow_by_override") return "override";
  return reason === "CERTIFIED" ? "certified" : "not_required";
}

/** The first instant from `from` on at which the gate says no; null when it never does or the person leaves first. */
function findLoss(program: ProgramFacts, subject: Subject, from: number | null): number | null {
  let at = from;
  for (let edge = 0; at !== null && edge < mostEdges; edge++) {
    // As if asked at that instant: a hold that is stored counts from when it is.
    const decided = decideForSubject(program, subject, { at, now: at });
    if (decided.outcome === "deny") return decided.reasons[0] === "INACTIVE" ? null : at;
    at = decided.validUntil;
  }
  return null;
}

/** When a no for want of training began: at the end of grace, or of the certification when that came later. */
function lossOf(decided: ReturnType<typeof decideForSubject>): number | null {
  const { certifiedUntil, graceEndsAt, effectiveAt } = decided;
  const required = graceEndsAt ?? effectiveAt;
  return required === null ? certifiedUntil : Math.max(required, certifiedUntil ?? required);
}
