import type { Person } from "#app/features/accounts/session-keeper.server.ts";
import { findFirmName } from "#app/features/attendance/find-firm-name.server.ts";
import { getPartnerPath, type PartnerPath } from "#app/features/attendance/get-partner-path.server.ts";
import { listWatchings } from "#app/features/replays/list-watchings.server.ts";
import { listPartnerChanges } from "#app/features/visits/list-partner-changes.server.ts";
import { noteVisit } from "#app/features/visits/note-visit.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { paths } from "#app/platform/paths.ts";

/** Where a partner stands, for one sentence and one button. */
export type PartnerStanding =
  | { kind: "attended"; issuedAt: number; certificate: string }
  | { kind: "begin" | "replay" | "check" | "retry" | "attestation"; title: string; href: string }
  | { kind: "running"; answered: number; total: number; href: string }
  | { kind: "wait"; availableAt: number; href: string }
  | { kind: "nothing" };

/** Everything on a partner's home page, as of the same instant. */
export async function loadPartnerHome(app: AppContext, person: Person) {
  const personId = person.id;
  const path = await getPartnerPath({ ...app, personId });
  const replays = await listWatchings({ ...app, personId });
  const now = path.asOf;
  const since = await noteVisit(app.db, { personId, now });
  const begun = replays.filter((replay) => replay.begun);
  return {
    standing: standingOf(path, begun.length > 0),
    steps: path.steps,
    minutesLeft: path.minutesLeft,
    progress: Object.fromEntries(
      begun.map(({ id, share, chapters, chaptersNeeded, checkpointsLeft }) => [
        id,
        {
          share,
          chaptersNeeded: chapters.flatMap((one, index) => (chaptersNeeded.includes(one.id) ? [index + 1] : [])),
          questionsLeft: checkpointsLeft.length,
        },
      ]),
    ),
    doneAt: doneAt(path, replays),
    firm: await findFirmName(app.db.read, path.person),
    edition: { id: path.release.editionId, title: path.release.summary.edition.title },
    since,
    changes: since === null ? [] : await listPartnerChanges(app.db, { ...path, since, now }),
  };
}

export type PartnerHomeData = Awaited<ReturnType<typeof loadPartnerHome>>;

function standingOf({ attendance, checks, nextStep }: PartnerPath, begun: boolean): PartnerStanding {
  if (attendance) return { kind: "attended", issuedAt: attendance.issuedAt, certificate: attendance.number };
  if (!nextStep) return { kind: "nothing" };
  const { kind, title, href } = nextStep;
  if (kind !== "check") return { kind: kind === "replay" && !begun ? "begin" : kind, title, href };
  const { open, decision, submitted } = checks;
  if (open) {
    const answered = open.form.filter(({ itemId }) => Object.hasOwn(open.answers, itemId)).length;
    return { kind: "running", answered, total: open.form.length, href };
  }
  const last = submitted.at(-1);
  if (!decision.allowed && decision.reason !== "PASSED" && last)
    return { kind: "wait", availableAt: decision.availableAt, href: paths.partnerResult(last.id) };
  return { kind: last ? "retry" : "check", title, href };
}

/** When steps were done, by their id. */
function doneAt(
  { attendance, checks, release }: PartnerPath,
  replays: readonly { id: string; completedAt: number | null }[],
): Record<string, number> {
  const passedAt = checks.submitted.find(({ result }) => result.passed)?.submittedAt;
  const check = release.summary.partnerCheck;
  return {
    ...Object.fromEntries(replays.flatMap(({ id, completedAt }) => (completedAt === null ? [] : [[id, completedAt]]))),
    ...(check && passedAt !== undefined ? { [check.id]: passedAt } : {}),
    ...(attendance ? { attestation: attendance.issuedAt } : {}),
  };
}
