import type { TFunction } from "i18next";
import type { useFormats } from "#app/ui/use-formats.ts";
import type { PersonPageData } from "./person.server.ts";

type Path = NonNullable<PersonPageData["path"]>;
type Words = { t: TFunction<"team">; formats: Pick<ReturnType<typeof useFormats>, "moment" | "list"> };

/** What stands in the way of a step, so that a manager knows what to say; null where it is only not done. */
export function whyOpen(step: Path["steps"][number], whyNot: Path["whyNotPassed"], { t, formats }: Words) {
  if (step.kind === "attestation" && step.state === "later") return t("person.why.after");
  if (step.kind !== "assessment" || step.state === "done" || !whyNot) return null;
  if (step.state === "later" && whyNot.why === "not_taken") return t("person.why.after");
  if (whyNot.why === "under_way") return t("person.why.under_way", { at: formats.moment(whyNot.since) });
  const at = (until: number | null) => ({ at: formats.moment(until) });
  if (whyNot.why === "wait" || whyNot.why === "cap") return t(`person.why.${whyNot.why}`, at(whyNot.until));
  if (whyNot.why !== "review") return t(`person.why.${whyNot.why}`);
  const { lessons, until } = whyNot;
  const review =
    lessons.length > 0 ? t("person.why.review", { lessons: formats.list(lessons) }) : t("person.why.reviewDone");
  return until === null ? review : `${review} ${t("person.why.notBefore", at(until))}`;
}
