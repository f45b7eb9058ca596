import { isRouteErrorResponse, Link, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";

type Problem = { code: string; detail?: string; extra?: Record<string, unknown> };

/** What a person reads when a page cannot be shown: what happened, what it means, what to do. */
export function ProblemPage() {
  const { t, i18n } = useTranslation();
  const { code, extra } = problemOf(useRouteError());
  const root = useRouteLoaderData<{ requestId: string; viewer: { team: boolean } | null }>("root");
  const reference = root?.requestId ?? "–";
  const known = i18n.exists(`problem.${code}.title`) ? code : "internal";
  const values: Record<string, unknown> = { minutes: 15, reference, ...extra };
  const count = Number(values.minutes);
  const toTeam = root?.viewer?.team && (extra?.context === "team" || extra?.context === "standIn");
  return (
    <div className="flex max-w-[66ch] flex-col items-start gap-4">
      <h1>{t(`problem.${known}.title`, values)}</h1>
      <p>{t(`problem.${known}.text`, { ...values, count })}</p>
      <p className="flex flex-wrap gap-3">
        {toTeam ? (
          <Link to={paths.team()} className="button" reloadDocument>
            {t("problem.team")}
          </Link>
        ) : null}
        <Link to={paths.home()} className={toTeam ? "button button-quiet" : "button"} reloadDocument>
          {t("problem.home")}
        </Link>
      </p>
    </div>
  );
}

function problemOf(error: unknown): Problem {
  if (!isRouteErrorResponse(error)) return { code: "internal" };
  if (typeof error.data === "object" && error.data !== null && "code" in error.data) return error.data as Problem;
  return { code: error.status === 404 ? "not-found" : error.status === 405 ? "method-not-allowed" : "internal" };
}
