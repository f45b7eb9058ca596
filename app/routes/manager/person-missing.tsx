import { useTranslation } from "react-i18next";
import { useFormats } from "#app/ui/use-formats.ts";
import type { PersonPageData } from "./person.server.ts";

type Step = NonNullable<PersonPageData["path"]>["steps"][number];

/** The steps that are left, each with what stands in the way, so that a manager knows what to say. */
export function PersonMissing({ missing, path }: Pick<PersonPageData, "missing" | "path">) {
  const { t } = useTranslation("team");
  const { moment, list } = useFormats();
  const whyNot = path?.whyNotPassed ?? null;
  const why = (step: Step | undefined): string | null => {
    if (step?.kind === "attestation" && step.state === "later") return t("person.why.after");
    // Of a lesson or a story there is nothing to say but that it is not done.
    if (step?.kind !== "assessment" || !whyNot) return null;
    if (step.state === "later" && whyNot.why === "not_taken") return t("person.why.after");
    if (whyNot.why === "under_way") return t("person.why.under_way", { at: moment(whyNot.since) });
    if (whyNot.why === "wait" || whyNot.why === "cap")
      return t(`person.why.${whyNot.why}`, { at: moment(whyNot.until) });
    if (whyNot.why !== "review") return t(`person.why.${whyNot.why}`);
    const { lessons, until } = whyNot;
    const review = lessons.length > 0 ? t("person.why.review", { lessons: list(lessons) }) : t("person.why.reviewDone");
    return until === null ? review : `${review} ${t("person.why.notBefore", { at: moment(until) })}`;
  };
  return (
    <section className="flex flex-col gap-2">
      <h2>{t("person.why.title")}</h2>
      {missing.length === 0 ? <p className="text-ink-2">{t("person.nothingMissing")}</p> : null}
      <ul className="flex flex-col gap-2">
        {missing.map(({ title, minutes }) => (
          <li key={title}>
            <span className="font-semibold">{title}</span> · {t("person.minutes", { minutes })}
            <span className="text-ink-2 block">{why(path?.steps.find((step) => step.title === title))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
