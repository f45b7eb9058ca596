import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";

export type ClauseText = { id: string; text: string; mustPass: boolean };

/** A clause where a lesson teaches it. */
export function ClauseBox({ clause, editionId }: { clause: ClauseText | undefined; editionId: string }) {
  const { t } = useTranslation();
  if (!clause) return null;
  return (
    <div className="border-accent bg-accent-soft font-ui mt-6 rounded-r-lg border-l-4 px-5 py-4 text-[1.02rem] leading-normal">
      <Link
        to={paths.clause(editionId, clause.id)}
        className="text-ink font-bold tabular-nums no-underline hover:underline"
      >
        {clause.id}
      </Link>{" "}
      {clause.mustPass ? (
        <span role="img" aria-label={t("mustPassLong")} title={t("mustPassLong")}>
          {t("mustPass")}
        </span>
      ) : null}{" "}
      {clause.text}
    </div>
  );
}
