import { json, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isFirmOpen } from "#app/features/firms/firm-is-open.ts";
import { getFirm } from "#app/features/firms/get-firm.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { FactList } from "#app/ui/fact-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { doneQuery, readDone } from "./done.ts";
import { DoneNotice } from "./done-notice.tsx";
import { actOnInvitations } from "./firm-actions.server.ts";
import { loadFirmPeople } from "./firm-people.server.ts";
import { FirmPeople } from "./firm-people.tsx";
import { InviteForm } from "./invite-form.tsx";
import { ownFirmId } from "./own-firm.server.ts";

export const meta: MetaFunction = pageTitle("firms:firm.title");

export const loader = pageLoader("firm:read", async ({ app, viewer, request }) => {
  const firmId = ownFirmId(viewer);
  const { id: _, ...firm } = await getFirm(app.db.read, firmId);
  const { members, ...people } = await loadFirmPeople(app, { firmId, request });
  return {
    ...{ firm, open: isFirmOpen(firm, app.clock.now()), done: readDone(request) },
    people: { ...people, total: members.length },
  };
});

export const action = pageAction("firm:read", async ({ app, viewer, form }) => {
  const result = await actOnInvitations({ app, viewer, firmId: ownFirmId(viewer), form });
  if (!result) throw new AppError("validation-failed", "The form could not be read.");
  return "done" in result ? redirect(paths.firm(doneQuery(result))) : json(result, { status: 422 });
});

export default function FirmPage() {
  const { t } = useTranslation("firms");
  const { country } = useFormats();
  const { firm, open, people, done } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>() ?? null;
  const facts = [
    [t("firm.facts.tier"), t(`tier.${firm.tier}`)],
    [t("firm.facts.country"), country(firm.country)],
    [t("firm.facts.externalId"), firm.externalId],
    [t("firm.facts.domains"), firm.domains.join(", ") || t("list.noDomain")],
  ] as const;
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-3">
        <p className="eyebrow">{t("firm.title")}</p>
        <h1>{firm.name}</h1>
        <FactList facts={facts} />
      </div>
      <DoneNotice done={done} />
      {open ? null : (
        <Notice tone="warn">
          <strong>{t("firm.closedTitle")}</strong>
          <span>{t("firm.closedText")}</span>
        </Notice>
      )}
      <FirmPeople people={people} open={open} pathOf={paths.firm} csv={paths.firmCsv(people.filter)} />
      {open ? <InviteForm problem={problem} /> : null}
    </div>
  );
}
