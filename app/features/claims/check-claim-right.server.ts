import type { Database, Handle } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { ClaimRight } from "./claim-right-answer.ts";
import { decideForSubject } from "./decide-for-subject.server.ts";
import { describeClaimRights } from "./describe-claim-rights.server.ts";
import { personAt } from "./person-at.ts";
import { type Asked, readClaimFacts, readManyClaimFacts } from "./read-claim-facts.server.ts";
import { readPersonVersions } from "./read-person-versions.server.ts";
import type { ProgramFacts, Subject } from "./sort-fact-rows.server.ts";

type Given = { db: Database; handle?: Handle; at: number; now: number };

/** How many people one batch may ask about. */
export const mostAskedAtOnce = 1000;

/**
 * May this person claim a deal at the instant `at`? Reads everything anew each time. For a past instant the person is
 * taken as known then, and only certifications, holds and overrides of that time count; a wave counts from its effective
 * instant on even where it was entered later, because it says what the rule is. For a future instant the person is taken
 * as known now.
 */
export async function checkClaimRight(
  given: Given & Asked & { attemptAllowedAt?: number | null },
): Promise<ClaimRight> {
  const { db, handle = db.read, attemptAllowedAt = null } = given;
  const { program, subject } = await readClaimFacts(handle, given);
  const [right] = await answer(handle, program, [subject], { ...given, attemptAllowedAt });
  if (!right) throw new Error("The gate gave no answer.");
  return right;
}

/** The same answers for up to 1,000 people, in their order, with a number of queries that does not depend on how many. */
export async function checkClaimRights(given: Given & { employeeIds: readonly string[] }): Promise<ClaimRight[]> {
  const { db, handle = db.read, employeeIds } = given;
  if (employeeIds.length > mostAskedAtOnce) {
    throw new AppError("payload-too-large", `Ask about at most ${mostAskedAtOnce} people at once.`);
  }
  const { program, subjects } = await readManyClaimFacts(handle, { employeeIds });
  const asked = employeeIds.map((employeeId) => subjects.get(employeeId) ?? null);
  return answer(handle, program, asked, given);
}

async function answer(
  handle: Handle,
  program: ProgramFacts,
  asked: readonly (Subject | null)[],
  times: { at: number; now: number; attemptAllowedAt?: number | null },
): Promise<ClaimRight[]> {
  const subjects = times.at < times.now ? await inThePast(handle, asked, times) : asked;
  const cases = subjects.map((subject) => ({ subject, decided: decideForSubject(program, subject, times) }));
  return describeClaimRights(handle, cases, { ...times, program });
}

async function inThePast(handle: Handle, asked: readonly (Subject | null)[], times: { at: number; now: number }) {
  const ids = asked.flatMap((subject) => (subject ? [subject.id] : []));
  if (ids.length === 0) return asked;
  const versions = await readPersonVersions(handle, ids);
  return asked.map(
    (subject) =>
      subject && {
        ...subject,
        person: personAt(versions.get(subject.id) ?? [], { ...times, current: subject.person }),
      },
  );
}
