import type { NoticePolicy } from "#app/platform/db.server.ts";
import { type PolicyField, policyFields } from "./notice-policy.ts";
import { type PolicyProblems, policyProblems } from "./policy-problems.ts";

/** A policy as people type it: days with commas, times as `08:00`, a share in percent. */
export type PolicyTexts = Record<PolicyField, string>;

const wholeNumbers = [
  ...(["managerAfter", "upperAfter", "lateDays", "digestWeekday", "digestLateDays", "fewOnly", "nudgesAWeek"] as const),
];

/** A policy as it is typed, ready to be changed. */
export function policyTexts(policy: NoticePolicy): PolicyTexts {
  const texts = policyFields.map((field): [PolicyField, string] => [field, textOf(field, policy)]);
  return Object.fromEntries(texts) as PolicyTexts;
}

/**
 * What texts make of a policy: fields that are not named stay as they are in `base`. Answers what is wrong, by field,
 * instead of a policy that cannot be followed.
 */
export function readPolicyTexts(
  texts: Partial<PolicyTexts>,
  base: NoticePolicy,
): { policy: NoticePolicy } | { problems: PolicyProblems } {
  const policy = { ...base };
  const read = (field: PolicyField) => (texts[field] === undefined ? null : texts[field].trim());
  for (const field of wholeNumbers) {
    const text = read(field);
    if (text !== null) policy[field] = numberOf(text);
  }
  for (const field of ["before", "weekdays"] as const) {
    const text = read(field);
    if (text !== null) policy[field] = text === "" ? [] : text.split(/[\s,;]+/).map(numberOf);
  }
  for (const field of ["open", "close", "digestFrom"] as const) {
    const text = read(field);
    if (text !== null) policy[field] = minutesOf(text);
  }
  // Midnight is where a day ends, as well as where it begins.
  if (policy.close === 0) policy.close = 24 * 60;
  const share = read("blastShare");
  if (share !== null) policy.blastShare = Math.round(numberOf(share.replace(/\s*%$/, "")) * 1000) / 100_000;
  policy.before = policy.before.toSorted((a, b) => b - a);
  policy.weekdays = policy.weekdays.toSorted((a, b) => a - b);
  const problems = policyProblems(policy);
  return Object.keys(problems).length > 0 ? { problems } : { policy };
}

function textOf(field: PolicyField, policy: NoticePolicy): string {
  if (field === "before" || field === "weekdays") return policy[field].join(", ");
  if (field === "open" || field === "close" || field === "digestFrom") return timeText(policy[field]);
  if (field === "blastShare") return String(Math.round(policy.blastShare * 100_000) / 1000);
  return String(policy[field]);
}

function timeText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

function numberOf(text: string): number {
  return /^\d{1,6}(?:[.,]\d{1,3})?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
}

/** `08:00`, `8:00` or `8`, as minutes of the day. */
function minutesOf(text: string): number {
  const [, hour, minute = "0"] = /^(\d{1,2})(?::(\d{2}))?$/.exec(text) ?? [];
  return hour === undefined || Number(minute) > 59 ? Number.NaN : Number(hour) * 60 + Number(minute);
}
