import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import type { ClauseLookup } from "./clause-lookup.ts";

/** A clause where a lesson teaches it. */
export function ClauseBox({ id, rules }: { id: string; rules: ClauseLookup }) {
  const { t } = useTranslation();
  const clause = rules.clauses[id];
  if (!clause) return null;
  return (
    <div className="clause-box border-accent bg-accent-soft font-ui mt-6 rounded-r-lg border-l-4 px-5 py-4 text-[1.02rem] leading-normal">
      <Link
        to={paths.clause(rules.editionId, clause.id)}
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
