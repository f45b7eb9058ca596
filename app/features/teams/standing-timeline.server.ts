import { pathSteps } from "../certification/path-steps.ts";
import type { PersonFacts } from "../claims/claim-facts.ts";
import { isTrainingGap } from "../claims/claim-right-answer.ts";
import type { ClaimDecision } from "../claims/decide-claim-right.ts";
import { decideFacts, releaseAt } from "../claims/decide-for-subject.server.ts";
import { judgeCertifications } from "../claims/judge-certifications.ts";
import type { ReasonCode } from "../claims/reasons.ts";
import type { ProgramFacts } from "../claims/sort-fact-rows.server.ts";
import type { Release } from "../programs/release-content.ts";
import { waveToWorkOn } from "../waves/edition-to-work-on.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";
import type { Moment } from "./standing-columns.ts";
import type { StandingFacts } from "./standing-facts.ts";
import { type MemberProgress, type Status, soonDays } from "./team-member.ts";

const soonMs = soonDays * millisecondsADay;
/** Facts of one person begin and end at few instants; a guard, not a limit that anybody meets. */
const mostEdges = 200;

/** What is the same for everybody: waves, releases, and what these contain. */
export type JudgedProgram = ProgramFacts & {
  contents: ReadonlyMap<string, Release>;
  published: ReadonlySet<string>;
};

type Judged = { program: JudgedProgram; person: PersonFacts; facts: StandingFacts };
type Answer = { at: number; decided: ClaimDecision };

/**
 * How a person stands from `from` on: each standing with the instant from which it holds, up to the end of time. It
 * stays right for as long as no facts are recorded and waves and releases are the same. The decision is the gate's own,
 * asked at each instant at which one of the facts begins or ends.
 */
export function standingTimeline(judged: Judged, from: number): Moment[] {
  const answers = listAnswers(judged, from);
  const moments: Moment[] = [];
  for (const [n, answer] of answers.entries()) {
    const until = answers[n + 1]?.at ?? Number.POSITIVE_INFINITY;
    const losesAt = answer.decided.outcome === "deny" ? null : lossAfter(answers, n);
    for (let at = answer.at; at < until; ) {
      moments.push(standingAt(judged, { answer, losesAt, at }));
      at = Math.min(until, nextOwnEdge(judged, at), soonEdge(losesAt, at));
    }
  }
  return moments;
}

/** The gate's answers one after the other, as if asked at each instant: a hold that is stored counts from when it is. */
function listAnswers({ program, person, facts }: Judged, from: number): Answer[] {
  const answers: Answer[] = [];
  for (let at: number | null = from; at !== null && answers.length < mostEdges; ) {
    const decided = decideFacts(program, { person, ...facts }, { at, now: at });
    answers.push({ at, decided });
    at = decided.validUntil;
  }
  return answers;
}

/** When the gate first says no after one of its answers; null when it never does or the person leaves first. */
function lossAfter(answers: readonly Answer[], n: number): number | null {
  for (let next = n + 1; next < answers.length; next++) {
    const { at, decided } = answers[next] as Answer;
    if (decided.outcome === "deny") return decided.reasons[0] === "INACTIVE" ? null : at;
  }
  return null;
}

function standingAt(judged: Judged, given: { answer: Answer; losesAt: number | null; at: number }): Moment {
  const { program, person, facts } = judged;
  const { answer, losesAt, at } = given;
  const { decided } = answer;
  const reason = decided.reasons[0] as ReasonCode;
  const isPublished = (editionId: string) => program.published.has(editionId);
  const wave = waveToWorkOn(program.waves, { person, instant: at, isPublished });
  const verdict = judgeCertifications(facts.certifications, wave?.editionId ?? "", at);
  const status = statusOf(decided.outcome, reason);
  const dueAt = losesAt ?? (isTrainingGap(decided.reasons) && decided.outcome === "deny" ? lossOf(decided) : null);
  return {
    from: at,
    counted: person.kind === "rep" && reason !== "INACTIVE",
    status,
    reason,
    certified: wave !== null && verdict.gap === null,
    certifiedUntil: verdict.validUntil,
    dueAt,
    soon: losesAt !== null && losesAt - soonMs <= at,
    overdue: status === "blocked" && dueAt !== null,
    waveId: wave?.id ?? null,
    progress: progressAt(judged, wave?.editionId ?? null, at),
  };
}

function statusOf(outcome: ClaimDecision["outcome"], reason: ReasonCode): Status {
  if (outcome === "deny") return "blocked";
  if (outcome === "allow_in_grace") return "grace";
  if (outcome === "allow_by_override") return "override";
  return reason === "CERTIFIED" ? "certified" : "not_required";
}

/** When a no for want of training began: at the end of grace, or of the certification when that came later. */
function lossOf({ certifiedUntil, graceEndsAt, effectiveAt }: ClaimDecision): number | null {
  const required = graceEndsAt ?? effectiveAt;
  return required === null ? certifiedUntil : Math.max(required, certifiedUntil ?? required);
}

function soonEdge(losesAt: number | null, at: number): number {
  return losesAt !== null && losesAt - soonMs > at ? losesAt - soonMs : Number.POSITIVE_INFINITY;
}

/** Steps done of the path that the person has at an instant; none for whoever is not trained. */
function progressAt({ program, person, facts }: Judged, editionId: string | null, at: number): MemberProgress {
  const release = editionId !== null && person.kind === "rep" ? releaseAt(program.releases, editionId, at) : null;
  const content = release && program.contents.get(release.id);
  if (!content) return { done: 0, total: 0, path: "none" };
  const { modules, story } = content.summary;
  const total = modules.length + (story ? 1 : 0) + 2;
  const registration = facts.registrations.find((one) => one.editionId === content.editionId);
  if (!registration) return { done: 0, total, path: "none" };
  const { path, renewalOpensAt } = registration;
  if (renewalOpensAt !== null)
    return at < renewalOpensAt ? { done: total, total, path } : { done: 0, total, path: "none" };
  const { readModules, endedStories, passed, attested } = registration;
  const progress = { readModules: new Set(readModules), endedStories: new Set(endedStories), passed, attested };
  return { done: pathSteps(content, progress).filter(({ state }) => state === "done").length, total, path };
}

/** The next instant at which the path, the wave or the certification is another one, also where the gate's answer stays. */
function nextOwnEdge({ program, facts }: Judged, at: number): number {
  let edge = Number.POSITIVE_INFINITY;
  for (const { withdrawnAt } of program.waves)
    if (withdrawnAt !== null && withdrawnAt > at) edge = Math.min(edge, withdrawnAt);
  for (const { publishedAt } of program.releases) if (publishedAt > at) edge = Math.min(edge, publishedAt);
  for (const { validFrom, validUntil } of facts.certifications)
    for (const bound of [validFrom, validUntil]) if (bound > at) edge = Math.min(edge, bound);
  for (const { renewalOpensAt } of facts.registrations)
    if (renewalOpensAt !== null && renewalOpensAt > at) edge = Math.min(edge, renewalOpensAt);
  return edge;
}
