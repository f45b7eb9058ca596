import type { Viewer } from "#app/features/access/require-viewer.server.ts";
import { confirmRun } from "#app/features/notices/confirm-run.server.ts";
import { listRuns, listStopped, namesOf } from "#app/features/notices/list-runs.server.ts";
import { listUnwritten } from "#app/features/notices/list-unwritten.server.ts";
import {
  getNoticeSettings,
  listNoticeSettings,
  setNoticeSettings,
} from "#app/features/notices/notice-settings.server.ts";
import { switches } from "#app/features/notices/policy-history.ts";
import { previewNotices } from "#app/features/notices/preview-notices.server.ts";
import { countLadderWaiting } from "#app/features/notices/while-on.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";

const mostSwitches = 20;

/** Everything the page of the reminders shows. The preview is worked out when it is asked for. */
export async function loadNotices({ db, clock }: AppContext, url: URL) {
  const now = clock.now();
  const asked = url.searchParams.get("day");
  const day = asked && /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : null;
  const settings = await getNoticeSettings(db.read);
  const history = switches(await listNoticeSettings(db.read)).slice(0, mostSwitches);
  const [since] = history;
  const { last, runs } = await listRuns(db.read);
  const stopped = await listStopped(db.read);
  const nameOf = await namesOf(db.read, [...history.map(({ by }) => by), ...runs.map(({ decidedBy }) => decidedBy)]);
  return {
    ...{ now, day, last: last?.startedAt ?? null },
    settings: {
      enabled: settings.enabled,
      policy: settings.policy,
      at: since?.at ?? null,
      by: nameOf(since?.by ?? null),
    },
    history: history.map(({ id, enabled, at, by }) => ({ id, enabled, at, by: nameOf(by) })),
    runs: runs.map(({ id, startedAt, state, planned, sent, decidedBy, summary, times, since }) => ({
      ...{ id, startedAt, state, planned, sent, decidedBy: nameOf(decidedBy), times, since },
      unwritten: summary?.unwritten?.mails ?? 0,
    })),
    held: settings.enabled ? 0 : await countLadderWaiting(db.read),
    unwritten: (await listUnwritten(db.read, now)).map(({ toPersonId, toName, aboutName, step, said, at }) => ({
      ...{ toPersonId, toName, aboutName: aboutName === toName ? null : aboutName, step, said, at },
    })),
    stopped: stopped.map(({ id, startedAt, planned, population, summary }) => ({
      ...{ id, startedAt, planned, population, summary },
    })),
    preview: asked === null ? null : await previewNotices(db, day ? { day } : { at: now }),
    confirmed: countOf(url.searchParams.get("sent")),
    tooLate: url.searchParams.has("late"),
  };
}

export type NoticesPageData = Awaited<ReturnType<typeof loadNotices>>;

/** What the page was posted for; answers what the page says next. */
export async function decideNotices(app: AppContext, viewer: Viewer, form: FormData): Promise<Record<string, string>> {
  const intent = form.get("intent");
  const by = viewer.person.id;
  if (intent === "on" || intent === "off") {
    await setNoticeSettings({ ...app, enabled: intent === "on", by });
    return {};
  }
  if (intent !== "confirm") throw new AppError("validation-failed", "The form asks for something that is not known.");
  try {
    const { sent } = await confirmRun({ ...app, runId: String(form.get("run") ?? ""), by });
    return { sent: String(sent) };
  } catch (error) {
    // Posted twice, or from a page that was open for long: it is said on the page.
    if (error instanceof AppError && error.code === "conflict") return { late: "1" };
    throw error;
  }
}

function countOf(text: string | null): number | null {
  return text !== null && /^\d{1,7}$/.test(text) ? Number(text) : null;
}
