import { json, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { dealClaimInput } from "#app/features/claims/deal-claim-input.ts";
import { getClaimRefusal } from "#app/features/claims/get-claim-refusal.server.ts";
import { recordDealClaim } from "#app/features/claims/record-deal-claim.server.ts";
import { countryCodes } from "#app/features/people/country-codes.ts";
import { localeFor } from "#app/platform/i18n.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { type DealDraft, DealFields, dealFieldNames, draftOf } from "./deal-fields.tsx";
import { WhoLeadsBox } from "./who-leads-box.tsx";

export const meta: MetaFunction = pageTitle("deals:form.title");

/** The box that says who leads follows the form as it is filled; without scripts a button asks the server. */
export const handle = { scripts: true };

export const loader = pageLoader("deals:own", async ({ app, viewer, request }) => {
  const refusalId = new URL(request.url).searchParams.get("draft");
  const personId = viewer.person.id;
  const draft = refusalId ? (await getClaimRefusal(app.db.read, { refusalId, personId })).input : {};
  return { draft: draftOf(draft), countries: namedCountries(localeFor([viewer.person.language])) };
});

export const action = pageAction("deals:own", async ({ app, viewer, form }) => {
  const draft = draftOf(Object.fromEntries([...form].map(([name, value]) => [name, String(value).slice(0, 600)])));
  if (form.get("intent") === "preview") return json({ draft, problems: [] as string[] });
  const parsed = dealClaimInput.safeParse(draft);
  if (!parsed.success) {
    const problems = Object.keys(z.flattenError(parsed.error).fieldErrors);
    return json({ draft, problems }, { status: 422 });
  }
  const outcome = await recordDealClaim({
    ...app,
    personId: viewer.person.id,
    input: parsed.data,
    channel: "web",
  });
  if (outcome.status === "recorded") return redirect(`${paths.deal(outcome.claim.id)}?new`);
  // Sent twice: the claim is there, and that is what the person wants to see.
  return redirect(outcome.ownClaimId ? paths.deal(outcome.ownClaimId) : paths.refusal(outcome.refusal.id));
});

export default function NewDeal() {
  const { t } = useTranslation("deals");
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? [];
  const [draft, setDraft] = useState<DealDraft>(answer?.draft ?? loaded.draft);
  return (
    <div className="mx-auto flex max-w-[820px] flex-col gap-6">
      <h1>{t("form.title")}</h1>
      {problems.length > 0 ? (
        <Notice tone="stop" alert>
          {t("form.problems")}
        </Notice>
      ) : null}
      <Form
        method="post"
        reloadDocument
        noValidate
        className="flex flex-col gap-8"
        onChange={(event) => setDraft(draftFromForm(event.currentTarget))}
      >
        <DealFields draft={draft} problems={problems} countries={loaded.countries} />
        <WhoLeadsBox draft={draft} />
        <p className="flex flex-wrap items-center gap-4">
          <button type="submit" name="intent" value="claim" className="button">
            {t("form.submit")}
          </button>
          <button type="submit" name="intent" value="preview" className="button button-quiet">
            {t("form.preview")}
          </button>
        </p>
      </Form>
    </div>
  );
}

/** Named and sorted on the server: a browser may know other names than we do, and the page must stay as it was sent. */
function namedCountries(locale: string) {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return [...countryCodes]
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}

function draftFromForm(form: HTMLFormElement): DealDraft {
  const data = new FormData(form);
  return draftOf(Object.fromEntries(dealFieldNames.map((name) => [name, String(data.get(name) ?? "")])));
}
