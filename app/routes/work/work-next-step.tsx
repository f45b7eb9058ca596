import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { startedFrom } from "./started-from.ts";
import type { WorkRowData } from "./work-row.ts";

type WorkNextStepProps = { row: WorkRowData; mine: boolean };

/** What follows: of work that only looked, to apply what it showed; of nudges, who got them. */
export function WorkNextStep({ row, mine }: WorkNextStepProps) {
  const { t } = useTranslation("work");
  const { id, kind, state, result, failure } = row;
  if (kind === "nudges" && (state === "done" || state === "cancelled")) {
    // Cancelled before it began, it has nothing to show.
    if (!mine || (row.startedAt === null && row.done === 0)) return null;
    return <a href={paths.nudged(id)}>{t("next.nudged")}</a>;
  }
  if (kind === "people_import_preview" && state === "done") {
    if (result?.data.changes === "0") return <p>{t("next.nothing")}</p>;
    return (
      <Form method="post" action={paths.peopleImport()} className="flex flex-col items-start gap-3">
        <p className="max-w-[66ch]">{t("next.importText")}</p>
        <button type="submit" name="preview" value={id} className="button">
          {t("next.import")}
        </button>
      </Form>
    );
  }
  if (kind === "content_check" && state === "done") {
    if (result?.data.current === "yes") return <p>{t("next.current")}</p>;
    return (
      <Form method="post" action={paths.publish()} className="flex flex-col items-start gap-3">
        <p className="max-w-[66ch]">{t("next.publishText", { release: result?.data.releaseId?.slice(0, 12) ?? "" })}</p>
        <input type="hidden" name="intent" value="publish" />
        <button type="submit" name="release" value={result?.data.releaseId ?? ""} className="button">
          {t("next.publish")}
        </button>
      </Form>
    );
  }
  if (kind === "content_publish" && state === "done") {
    const text = result?.data.current !== "yes" ? "next.older" : result.data.known ? "next.known" : "next.published";
    return <p>{t(text, { release: result?.data.releaseId?.slice(0, 12) ?? "" })}</p>;
  }
  if (state !== "failed" || failure?.code === "refused") return null;
  return (
    <p>
      <Link to={startedFrom(kind).to}>{t("next.again")}</Link>
    </p>
  );
}
