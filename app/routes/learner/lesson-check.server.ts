import { redirect } from "@remix-run/node";
import { presentQuestion } from "#app/features/assessments/present-question.ts";
import { getStanding } from "#app/features/certification/get-standing.server.ts";
import { lessonCheckLength } from "#app/features/lessons/draw-lesson-check.ts";
import { findLessonCheck, type LessonCheck } from "#app/features/lessons/find-lesson-check.server.ts";
import { testOutState } from "#app/features/lessons/test-out-state.ts";
import { listItems } from "#app/features/programs/list-items.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";

/** The check on a lesson as it is for this person now, without a key; where there is none, the way to the lesson. */
export async function loadLessonCheck(app: AppContext, { personId, moduleId }: { personId: string; moduleId: string }) {
  const { release, registration, progress, nextStep } = await getStanding({ ...app, personId });
  const module = release.summary.modules.find((one) => one.id === moduleId);
  if (!module) throw new AppError("not-found", "The program has no such lesson. The program page lists those it has.");
  const check = await findLessonCheck(app.db.read, { personId, registrationId: registration?.id ?? null, moduleId });
  const questions = lessonCheckLength({ release, bank: await listItems(app.db, release.id), moduleId });
  const read = progress.readModules.has(moduleId);
  const state = testOutState({ questions, read, certified: registration?.certification != null, check });
  const page = { moduleId, title: module.title, teaches: module.teaches, next: nextStep };
  if (state === "none" || (state === "failed" && read)) throw redirect(paths.lesson(moduleId));
  if (state === "open" && check) return { ...page, state, checkId: check.id, questions: await present(app, check) };
  return { ...page, state, count: questions };
}

async function present(app: AppContext, { releaseId, form }: LessonCheck) {
  const items = new Map((await listItems(app.db, releaseId)).map((item) => [item.id, item]));
  return form.map(({ itemId }, index) => {
    const item = items.get(itemId);
    if (!item) throw new Error(`The item bank does not hold ${itemId}.`);
    return presentQuestion({ form, position: index + 1, item, answer: undefined });
  });
}

/** The token chosen at each position, by the names of the form's fields. */
export function readCheckForm(form: FormData): Map<number, string> {
  const fields = [...form].filter(([name]) => /^q[1-9]\d{0,2}$/.test(name));
  return new Map(fields.map(([name, token]) => [Number(name.slice(1)), String(token)]));
}
