import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { decidePolicy, loadPolicy, type PolicyAnswer, type PolicyPageData } from "./notice-policy.server.ts";
import { NoticePolicyForm } from "./notice-policy-form.tsx";
import { NoticePolicyHistory } from "./notice-policy-history.tsx";
import { NoticePolicyPreview } from "./notice-policy-preview.tsx";

export const meta: MetaFunction = pageTitle("notices:policy.title");

export const loader = pageLoader("notices:manage", ({ app, request }) => loadPolicy(app, new URL(request.url)));

export const action = pageAction("notices:manage", ({ app, viewer, form }) => decidePolicy(app, viewer, form));

export default function NoticePolicyPage() {
  const { t } = useTranslation("notices");
  const { texts, basedOn, done, changes } = useLoaderData<typeof loader>() as PolicyPageData;
  const answer = useActionData<typeof action>() as PolicyAnswer | undefined;
  const isWrong = answer !== undefined && Object.keys(answer.problems).length > 0;
  return (
    <div className="flex flex-col gap-8">
      <div className="flex max-w-[66ch] flex-col gap-3">
        <p>
          <Link to={paths.notices()}>{t("policy.back")}</Link>
        </p>
        <h1>{t("policy.title")}</h1>
        <p className="text-ink-2">{t("policy.intro")}</p>
      </div>
      {done && !answer ? (
        <Notice tone={done === "saved" ? "ok" : "info"} alert>
          <strong>{t(`policy.${done}`)}</strong>
          {done === "saved" ? <span>{t("policy.savedText")}</span> : null}
        </Notice>
      ) : null}
      {answer?.stale ? (
        <Notice tone="warn" alert>
          <strong>{t("policy.stale")}</strong>
          <span>{t("policy.staleText")}</span>
        </Notice>
      ) : null}
      {isWrong ? (
        <Notice tone="stop" alert>
          <strong>{t("policy.wrong")}</strong>
        </Notice>
      ) : null}
      {answer?.preview ? <NoticePolicyPreview preview={answer.preview} /> : null}
      <NoticePolicyForm texts={answer?.texts ?? texts} problems={answer?.problems ?? {}} basedOn={basedOn} />
      <NoticePolicyHistory changes={changes} />
    </div>
  );
}
