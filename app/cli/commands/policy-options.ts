import type { PolicyField } from "#app/features/notices/notice-policy.ts";
import { policyProblemKey } from "#app/features/notices/policy-problems.ts";
import { type PolicyTexts, readPolicyTexts } from "#app/features/notices/policy-text.ts";
import type { NoticePolicy } from "#app/platform/db.server.ts";
import { interfaceIn } from "#app/platform/i18n.ts";
import { type CommandInput, UsageError } from "../command.ts";

const fieldsByOption: Record<string, PolicyField> = {
  before: "before",
  "manager-after": "managerAfter",
  "upper-after": "upperAfter",
  "late-days": "lateDays",
  weekdays: "weekdays",
  "digest-day": "digestWeekday",
  "digest-hour": "digestFrom",
  "digest-late-days": "digestLateDays",
  "blast-share": "blastShare",
  "few-only": "fewOnly",
  "nudges-a-week": "nudgesAWeek",
};

export const policyUsage =
  "[--before 30,14,7] [--manager-after N] [--upper-after N] [--late-days N] [--hours 8-18] [--weekdays 1,2,3,4,5] " +
  "[--digest-day 1] [--digest-hour 8:00] [--digest-late-days N] [--blast-share PERCENT] [--few-only N] [--nudges-a-week N]";

/** The rules of the reminders, one option each. */
export const policyOptions = Object.fromEntries(
  ["hours", ...Object.keys(fieldsByOption)].map((name) => [name, { type: "string" as const }]),
);

/** What the options make of a policy; null when none is given. Throws a usage error that names each wrong option. */
export function policyOf(values: CommandInput["values"], base: NoticePolicy): NoticePolicy | null {
  const texts: Partial<PolicyTexts> = {};
  for (const [option, field] of Object.entries(fieldsByOption)) {
    const text = values[option];
    if (typeof text === "string") texts[field] = text;
  }
  if (typeof values.hours === "string") Object.assign(texts, hoursOf(values.hours));
  if (Object.keys(texts).length === 0) return null;
  const read = readPolicyTexts(texts, base);
  if ("policy" in read) return read.policy;
  const { t } = interfaceIn("en");
  const lines = Object.entries(read.problems).map(([field, problem]) => {
    if (field === "weekdays") return "--weekdays are numbers from 1 (Monday) to 7, such as 1,2,3,4,5.";
    const { key, values: bounds } = policyProblemKey(field as PolicyField, problem);
    return `${optionOf(field)}: ${t(`notices:policy.problem.${key}`, bounds)}`;
  });
  throw new UsageError(lines.join("\n"));
}

function hoursOf(text: string): Pick<PolicyTexts, "open" | "close"> {
  const [open, close, more] = text.split("-");
  if (open === undefined || close === undefined || more !== undefined)
    throw new UsageError("--hours is a span of the day such as 8-18 or 08:30-17:00.");
  return { open, close };
}

function optionOf(field: string): string {
  const [option] = Object.entries(fieldsByOption).find(([, one]) => one === field) ?? ["hours"];
  return `--${option}`;
}
