import { isRouteErrorResponse, Link, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";

type Problem = { code: string; detail?: string; extra?: Record<string, unknown> };

/** What a person reads when a page cannot be shown: what happened, what it means, what to do. */
export function ProblemPage() {
  const { t, i18n } = useTranslation();
  const { code, extra } = problemOf(useRouteError());
  const reference = useRouteLoaderData<{ requestId: string }>("root")?.requestId ?? "–";
  const known = i18n.exists(`problem.${code}.title`) ? code : "internal";
  const values: Record<string, unknown> = { minutes: 15, reference, ...extra };
  const count = Number(values.minutes);
  return (
    <div className="flex max-w-[66ch] flex-col items-start gap-4">
      <h1>{t(`problem.${known}.title`, values)}</h1>
      <p>{t(`problem.${known}.text`, { ...values, count })}</p>
      <Link to={paths.home()} className="button" reloadDocument>
        {t("problem.home")}
      </Link>
    </div>
  );
}

function problemOf(error: unknown): Problem {
  if (!isRouteErrorResponse(error)) return { code: "internal" };
  if (typeof error.data === "object" && error.data !== null && "code" in error.data) return error.data as Problem;
  return { code: error.status === 404 ? "not-found" : error.status === 405 ? "method-not-allowed" : "internal" };
}
