import { useTranslation } from "react-i18next";

/** A step of the ladder in words. */
export function useStepName(): (step: string) => string {
  const { t } = useTranslation("notices");
  return (step) => {
    const [, when, days] = /^(before|after|above)-(\d+)$/.exec(step) ?? [];
    if (!when) return t(`step.${step}`);
    return days === "0" ? t("step.before_0") : t(`step.${when}`, { count: Number(days) });
  };
}

/** Whether a step is one of the ladder; what other messages call a step says no more than why they are sent. */
export function isRung(step: string): boolean {
  return /-\d+$/.test(step);
}
