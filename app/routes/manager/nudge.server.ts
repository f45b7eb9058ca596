import { redirect } from "@remix-run/node";
import type { Viewer } from "#app/features/access/require-viewer.server.ts";
import { getNudgeBatch } from "#app/features/notices/get-nudge-batch.server.ts";
import { mostNudgedAtOnce, nudgePeople } from "#app/features/notices/nudge-people.server.ts";
import { readNudgeWords } from "#app/features/notices/nudge-words.ts";
import { planNudges } from "#app/features/notices/plan-nudges.server.ts";
import { writeNudge } from "#app/features/notices/write-nudge.ts";
import { fullName } from "#app/features/people/full-name.ts";
import type { Team } from "#app/features/teams/get-team.server.ts";
import { listPeople } from "#app/features/teams/list-people.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { paths } from "#app/platform/paths.ts";
import { readPeopleQuery } from "./people-query.ts";
import { loadTeam } from "./team-sight.server.ts";

/**
 * What the page shows: what became of a batch, or what would be sent to the people whom the URL names. A filter becomes
 * the people it means, so that what is sent is what was shown.
 */
export async function loadNudge(app: AppContext, viewer: Viewer, request: Request) {
  const query = new URL(request.url).searchParams;
  const batchId = query.get("batch");
  if (batchId !== null) {
    const batch = await getNudgeBatch(app.db.read, { batchId, byPersonId: viewer.person.id });
    return { view: "done" as const, ...batch };
  }
  const team = await loadTeam(app, viewer, request);
  if (query.has("all")) {
    const found = listPeople(team, readPeopleQuery(request).filter);
    if (found.length > mostNudgedAtOnce) return { view: "too-many" as const, people: found.length };
    throw redirect(
      paths.nudge(
        found.map(({ employeeId }) => employeeId),
        { for: query.get("for") },
      ),
    );
  }
  const now = app.clock.now();
  const personIds = findAsked(team, request);
  if (personIds.length > mostNudgedAtOnce) return { view: "too-many" as const, people: personIds.length };
  const planned = await planNudges(app.db.read, { personIds, now });
  const open = planned.filter(({ refusal }) => refusal === null);
  const asked = query.get("words") ?? "";
  const words = readNudgeWords(asked);
  const [first] = open;
  const by = fullName(viewer.person);
  return {
    view: "plan" as const,
    ...{ batchId: newId(), text: asked, tooLong: words === "refused" },
    open: open.map(({ person }) => ({ employeeId: person.employeeId, name: person.name })),
    refused: planned.flatMap(({ person, refusal }) => (refusal ? [{ id: person.id, name: person.name, refusal }] : [])),
    example: first && {
      name: first.person.name,
      content: writeNudge({ ...first, by, words: words === "refused" ? null : words.words, now }),
    },
  };
}

/** Sends what the form says to the people whom the URL names. Posted again, it sends nothing more. */
export async function sendNudge(app: AppContext, viewer: Viewer, request: Request, form: FormData) {
  const text = form.get("words");
  const words = readNudgeWords(text);
  const batchId = String(form.get("token") ?? "");
  if (!/^[0-9a-f-]{36}$/.test(batchId)) throw new AppError("validation-failed", "The form is not complete.");
  if (words === "refused") return { text: String(text ?? "") };
  const personIds = findAsked(await loadTeam(app, viewer, request), request);
  if (personIds.length > mostNudgedAtOnce) throw new AppError("validation-failed", "These are too many people.");
  const by = { id: viewer.person.id, name: fullName(viewer.person) };
  await nudgePeople({ ...app, batchId, by, words: words.words, personIds });
  throw redirect(paths.nudged(batchId));
}

/** Of the employee ids in the URL, those that the viewer may see; others are like unknown ones. */
function findAsked(team: Team, request: Request): string[] {
  const asked = [...new Set(new URL(request.url).searchParams.getAll("id"))];
  return asked.flatMap((employeeId) => {
    const member = team.lines.byEmployeeId.get(employeeId);
    return member?.counted && team.inSight.has(member) ? [member.id] : [];
  });
}
