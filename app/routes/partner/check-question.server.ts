import { redirect } from "@remix-run/node";
import type { Person } from "#app/features/accounts/session-keeper.server.ts";
import { presentQuestion } from "#app/features/assessments/present-question.ts";
import { findOpenCheck } from "#app/features/attendance/find-open-check.server.ts";
import { listPartnerItems } from "#app/features/programs/list-partner-items.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";

/** The check a partner is in; sends them to its start when there is none. */
export async function requireOpenCheck(app: AppContext, person: Person) {
  const open = await findOpenCheck({ ...app, personId: person.id });
  if (!open) throw redirect(paths.partnerCheck());
  return open;
}

/** One question of the open check: no key, no feedback, no clause. */
export async function loadCheckQuestion(app: AppContext, { person, position }: { person: Person; position: number }) {
  const { check, answered } = await requireOpenCheck(app, person);
  const { form, answers, releaseId, id: checkId } = check;
  const place = form[position - 1];
  if (!place) throw new AppError("not-found", "The check has no such question.");
  const item = (await listPartnerItems(app.db, releaseId)).find(({ id }) => id === place.itemId);
  if (!item) throw new Error(`The partner items do not hold ${place.itemId}.`);
  return { ...presentQuestion({ form, position, item, answer: answers[place.itemId] }), checkId, answered };
}
