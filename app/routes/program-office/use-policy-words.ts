import { useTranslation } from "react-i18next";
import type { PolicyField } from "#app/features/notices/notice-policy.ts";
import type { NoticePolicy } from "#app/platform/db.server.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { useFigures } from "./use-figures.ts";

/** A rule of the reminders in words. */
export function usePolicyWords(): (field: PolicyField, policy: NoticePolicy) => string {
  const { t } = useTranslation("notices");
  const { clockTime, weekday, list } = useFormats();
  const { count, percent } = useFigures();
  return (field, policy) => {
    switch (field) {
      case "before":
        return t("policy.value.days", { days: list(policy.before.map(count)) });
      case "weekdays":
        return list(policy.weekdays.map(weekday));
      case "digestWeekday":
        return weekday(policy.digestWeekday);
      case "open":
      case "close":
      case "digestFrom":
        return clockTime(policy[field]);
      case "blastShare":
        return percent(policy.blastShare);
      case "fewOnly":
      case "nudgesAWeek":
        return count(policy[field]);
      default:
        return t("policy.value.count", { count: policy[field] });
    }
  };
}
