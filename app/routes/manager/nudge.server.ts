import { redirect } from "@remix-run/node";
import type { Viewer } from "#app/features/access/require-viewer.server.ts";
import { getNudgeBatch } from "#app/features/notices/get-nudge-batch.server.ts";
import { getNoticeSettings } from "#app/features/notices/notice-settings.server.ts";
import { mostNudgedAtOnce, mostNudgedInBackground } from "#app/features/notices/nudge-limits.ts";
import { nudgePeople } from "#app/features/notices/nudge-people.server.ts";
import { readNudgeWords } from "#app/features/notices/nudge-words.ts";
import { type PlannedNudge, planNudges } from "#app/features/notices/plan-nudges.server.ts";
import { tryNudge } from "#app/features/notices/try-nudge.ts";
import { fullName } from "#app/features/people/full-name.ts";
import type { Team } from "#app/features/teams/get-team.server.ts";
import { listPeople } from "#app/features/teams/list-people.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { paths } from "#app/platform/paths.ts";
import { findFirstNudge, startNudges } from "./nudge-many.server.ts";
import { readPeopleQuery } from "./people-query.ts";
import { lastingPlaceOf, listTeams, loadTeamView } from "./team-sight.server.ts";

/**
 * What the page shows: what became of a batch, or what would be sent to the people whom the URL names. A filter becomes
 * the people it means, so that what is sent is what was shown; where they are too many for that, it stays a filter.
 */
export async function loadNudge(app: AppContext, viewer: Viewer, request: Request) {
  const query = new URL(request.url).searchParams;
  const batchId = query.get("batch");
  if (batchId !== null) {
    const batch = await getNudgeBatch(app.db.read, { batchId, byPersonId: viewer.person.id });
    const teams = await listTeams(app, viewer);
    // Who was moved since is with somebody else now, and so is what became of them.
    const refused = batch.refused.filter((one) => teams.some(({ inSight }) => inSight.has(one)));
    return { view: "done" as const, sent: batch.sent, refused };
  }
  const view = await loadTeamView(app, viewer, request);
  const { team } = view;
  const now = app.clock.now();
  const form = { ...wordsOf(query.get("words")), batchId: newId() };
  const { policy } = await getNoticeSettings(app.db.read);
  const write = (one: PlannedNudge) => {
    const writing = { by: fullName(viewer.person), words: form.words, mostAWeek: policy.nudgesAWeek, now };
    const { content } = tryNudge({ ...one, ...writing });
    return content && { name: one.person.name, content };
  };
  if (query.has("all")) {
    const found = listPeople(team, readPeopleQuery(request).filter);
    const people = found.length;
    if (people > mostNudgedInBackground) return { view: "too-many" as const, people, most: mostNudgedInBackground };
    if (people <= mostNudgedAtOnce) throw redirect(urlOf(found, query));
    const example = await findFirstNudge(app, { people: found, now, shown: write });
    const { manager } = lastingPlaceOf(request, view);
    const asked = [...query].filter(([name]) => !["words", "token", "manager"].includes(name));
    const filter = manager === null ? asked : [...asked, ["manager", manager] as [string, string]];
    return { view: "many" as const, ...form, people, filter, example };
  }
  const personIds = findAsked(team, request);
  if (personIds.length > mostNudgedAtOnce)
    return { view: "too-many" as const, people: personIds.length, most: mostNudgedAtOnce };
  const planned = (await planNudges(app.db.read, { personIds, now })).map((one) => {
    const mail = one.refusal === null ? write(one) : null;
    return { ...one, mail, refusal: one.refusal ?? (mail ? null : ("unwritten" as const)) };
  });
  const open = planned.filter(({ refusal }) => refusal === null);
  return {
    view: "plan" as const,
    ...form,
    open: open.map(({ person }) => ({ employeeId: person.employeeId, name: person.name })),
    refused: planned.flatMap(({ person, refusal }) => (refusal ? [{ id: person.id, name: person.name, refusal }] : [])),
    example: open[0]?.mail ?? null,
  };
}

/**
 * Sends what the form says to the people whom the URL names, those of a filter in the background. Posted again, it sends
 * nothing more.
 */
export async function sendNudge(app: AppContext, viewer: Viewer, request: Request, form: FormData) {
  const text = form.get("words");
  const words = readNudgeWords(text);
  const batchId = String(form.get("token") ?? "");
  if (!/^[0-9a-f-]{36}$/.test(batchId)) throw new AppError("validation-failed", "The form is not complete.");
  if (words === "refused") return { text: String(text ?? "") };
  const view = await loadTeamView(app, viewer, request);
  const { team } = view;
  if (new URL(request.url).searchParams.has("all")) {
    const place = lastingPlaceOf(request, view);
    const filter = { ...readPeopleQuery(request).filter, manager: place.manager };
    const found = listPeople(team, filter);
    return startNudges(app, viewer, { batchId, words: words.words, found, filter, place });
  }
  const personIds = findAsked(team, request);
  if (personIds.length > mostNudgedAtOnce) throw new AppError("validation-failed", "These are too many people.");
  const by = { id: viewer.person.id, name: fullName(viewer.person) };
  await nudgePeople({ ...app, batchId, by, words: words.words, personIds });
  throw redirect(paths.nudged(batchId));
}

function wordsOf(asked: string | null) {
  const words = readNudgeWords(asked ?? "");
  return { text: asked ?? "", tooLong: words === "refused", words: words === "refused" ? null : words.words };
}

function urlOf(found: readonly { employeeId: string }[], query: URLSearchParams): string {
  return paths.nudge(
    found.map(({ employeeId }) => employeeId),
    { for: query.get("for") },
  );
}

/** Of the employee ids in the URL, those that the viewer may see; others are like unknown ones. */
function findAsked(team: Team, request: Request): string[] {
  const asked = [...new Set(new URL(request.url).searchParams.getAll("id"))];
  return asked.flatMap((employeeId) => {
    const member = team.lines.byEmployeeId.get(employeeId);
    return member?.counted && team.inSight.has(member) ? [member.id] : [];
  });
}
