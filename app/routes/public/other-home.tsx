import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { useFormats } from "#app/ui/use-formats.ts";

type OtherHomeProps = { name: string; roles: string[] };

/** Home of people who have no path of their own: the program office, auditors. */
export function OtherHome({ name, roles }: OtherHomeProps) {
  const { t } = useTranslation("learning");
  const { list } = useFormats();
  const named = list(roles.map((role) => t(`other.role.${role}`)));
  const text = roles.length > 0 ? "other.staff" : "other.none";
  return (
    <div className="flex max-w-[66ch] flex-col items-start gap-5">
      <h1>{t("other.title", { name })}</h1>
      <p>{t(text, { roles: named })}</p>
      {roles.includes("program_office") ? (
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <Link to={paths.rollOut()} className="font-semibold">
            {t("rollOut:home")}
          </Link>
          <Link to={paths.itemStatistics()} className="font-semibold">
            {t("statistics:home")}
          </Link>
          {" · "}
          <Link to={paths.officeFirms()} className="font-semibold">
            {t("firms:home")}
          </Link>
        </p>
      ) : null}
      {roles.includes("program_office") ? (
        <p className="flex flex-wrap gap-x-6 gap-y-1">
          <Link to={paths.peopleImport()}>{t("work:import.title")}</Link>
          <Link to={paths.publish()}>{t("work:publish.title")}</Link>
          <Link to={paths.work()}>{t("work:title")}</Link>
          <Link to={paths.schedule()}>{t("work:schedule.title")}</Link>
        </p>
      ) : null}
      {roles.includes("program_office") ? (
        <p>
          <Link to={paths.notices()} className="font-semibold">
            {t("notices:page.home")}
          </Link>
        </p>
      ) : null}
      {roles.includes("program_office") ? (
        <p>
          <Link to={paths.messages()} className="font-semibold">
            {t("messages:home")}
          </Link>
        </p>
      ) : null}
      <p className="flex flex-wrap gap-4">
        <Link to={paths.currentRules()} className="button">
          {t("other.rules")}
        </Link>
        <Link to={paths.verifyAny()} className="button button-quiet">
          {t("other.verify")}
        </Link>
      </p>
    </div>
  );
}
