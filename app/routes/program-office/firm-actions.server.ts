import { json, type TypedResponse } from "@remix-run/node";
import type { Viewer } from "#app/features/access/require-viewer.server.ts";
import type { FirmValues } from "#app/features/firms/firm-feed.ts";
import { saveFirm } from "#app/features/firms/save-firm.server.ts";
import { appointCoordinator, dismissCoordinator } from "#app/features/firms/set-coordinator.server.ts";
import { linkPartner } from "#app/features/partners/link-partner.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import type { Done } from "#app/routes/firms/done.ts";
import { actOnInvitations, type InviteProblem, orGone } from "#app/routes/firms/firm-actions.server.ts";
import { type FirmProblems, firmValuesOf, problemsByColumn } from "./firm-values.ts";

type Given = { app: AppContext; viewer: Viewer; firmId: string; form: FormData };

type Answer = TypedResponse<InviteProblem | { values: FirmValues; problems: FirmProblems }>;

/** What the program office does about a firm: what is done, or the answer that shows what was wrong. */
export async function actOnFirm(given: Given): Promise<Done | { answer: Answer }> {
  const { app, viewer, firmId, form } = given;
  const scope = { ...app, firmId, personId: String(form.get("person") ?? "") };
  switch (form.get("intent")) {
    case "save":
      return save(given);
    case "appoint":
      return orGone(async (): Promise<Done> => {
        await appointCoordinator({ ...scope, by: fullName(viewer.person) });
        return { done: "appointed" };
      });
    case "dismiss":
      return orGone(async (): Promise<Done> => {
        await dismissCoordinator(scope);
        return { done: "dismissed" };
      });
    case "link": {
      const linked = await linkPartner({ ...scope, externalId: String(form.get("externalId") ?? "") });
      return { done: linked ? "linked" : "notLinked" };
    }
  }
  const result = await actOnInvitations(given);
  if (!result) throw new AppError("validation-failed", "The form could not be read.");
  return "done" in result ? result : { answer: json(result, { status: 422 }) };
}

async function save({ app, firmId, form }: Given): Promise<Done | { answer: Answer }> {
  const values = firmValuesOf(form);
  const saved = await saveFirm({ ...app, values, firmId });
  if (!("problems" in saved)) return { done: "saved" };
  return { answer: json({ values, problems: problemsByColumn(saved.problems) }, { status: 422 }) };
}
