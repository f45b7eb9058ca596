import type { Person } from "#app/features/accounts/session-keeper.server.ts";
import { findOpenBooster } from "#app/features/boosters/find-booster.server.ts";
import { dueAt } from "#app/features/certification/due-at.ts";
import { getStanding } from "#app/features/certification/get-standing.server.ts";
import { listDoneSteps } from "#app/features/certification/list-done-steps.server.ts";
import { checkClaimRight } from "#app/features/claims/check-claim-right.server.ts";
import { findLineManager } from "#app/features/people/find-line-manager.server.ts";
import { listChanges } from "#app/features/visits/list-changes.server.ts";
import { noteVisit } from "#app/features/visits/note-visit.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";

/** Everything on a rep's home page: the standing and the claim right, as of the same instant. */
export async function loadRepHome(app: AppContext, person: Person) {
  const standing = await getStanding({ ...app, personId: person.id });
  const now = standing.asOf;
  const right = await checkClaimRight({ db: app.db, personId: person.id, at: now, now });
  const booster = await findOpenBooster({ db: app.db, personId: person.id, now });
  const since = await noteVisit(app.db, { personId: person.id, now });
  const { release, steps, minutesLeft, nextStep, certification, renewalOpensAt, wave } = standing;
  const left = steps.some((step) => step.state !== "done");
  const { registration } = standing;
  return {
    dueAt: left ? dueAt({ certification, editionId: release.editionId, wave, now }) : null,
    doneAt: registration ? await listDoneSteps(app.db.read, { registrationId: registration.id, release }) : {},
    steps,
    nextStep,
    minutesLeft,
    right: {
      outcome: right.outcome,
      reason: right.reasons[0] ?? "NOT_CERTIFIED",
      effectiveAt: right.effectiveAt,
      graceEndsAt: right.graceEndsAt,
      certifiedUntil: right.certifiedUntil,
      overrideUntil: right.overrideUntil,
      upcomingAt: right.upcoming?.effectiveAt ?? null,
    },
    edition: { id: release.editionId, title: release.summary.edition.title },
    validMonths: release.summary.certification.validMonths,
    certificate: certification && {
      number: certification.number,
      until: certification.validUntil,
      valid: certification.valid,
    },
    renewalOpensAt,
    since,
    changes: since === null ? [] : await listChanges(app.db, { person: standing.person, release, booster, since, now }),
    booster: booster && {
      day: booster.day,
      closesAt: booster.closesAt,
      answered: booster.scenarios.filter(({ answer }) => answer).length,
      total: booster.scenarios.length,
    },
    wave: wave && { effectiveAt: wave.effectiveAt, graceDays: wave.graceDays, graceEndsAt: wave.graceEndsAt },
    country: person.country,
    lineManager: await findLineManager(app.db.read, { managerEmployeeId: person.managerEmployeeId, now }),
  };
}

export type RepHomeData = Awaited<ReturnType<typeof loadRepHome>>;
