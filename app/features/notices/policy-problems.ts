import type { NoticePolicy } from "#app/platform/db.server.ts";
import type { PolicyField } from "./notice-policy.ts";

/** What is wrong with a field; the words are in the catalogue. */
type PolicyProblem = "days" | "whole" | "time" | "order" | "short" | "none" | "closed" | "share";
export type PolicyProblems = Partial<Record<PolicyField, PolicyProblem>>;

/** Inclusive bounds of what is a whole number. */
const policyBounds = {
  managerAfter: [1, 90],
  upperAfter: [1, 120],
  lateDays: [0, 30],
  digestLateDays: [0, 6],
  fewOnly: [0, 10_000],
  nudgesAWeek: [1, 7],
} as const satisfies Partial<Record<PolicyField, readonly [number, number]>>;

/** Steps of the ladder, and how long before the end the first may be, in days. */
const mostSteps = 12;
const longestBefore = 180;
const aDay = 24 * 60;
/** Minutes. Runs come every quarter of an hour, and clocks skip an hour once a year. */
const shortestOpening = 60;
const leastShare = 0.001;

/** What is wrong with a policy, by field; an empty object for one that can be followed. */
export function policyProblems(policy: NoticePolicy): PolicyProblems {
  const { before, open, close, weekdays, digestWeekday, digestFrom, blastShare } = policy;
  const problems: PolicyProblems = {};
  for (const [field, [least, most]] of Object.entries(policyBounds) as [keyof typeof policyBounds, [number, number]][])
    if (!isWhole(policy[field], least, most)) problems[field] = "whole";
  if (!problems.upperAfter && policy.upperAfter <= policy.managerAfter) problems.upperAfter = "order";
  const isDays = before.length > 0 && before.length <= mostSteps && new Set(before).size === before.length;
  if (!isDays || !before.every((days) => isWhole(days, 0, longestBefore))) problems.before = "days";
  if (!isWhole(open, 0, aDay - 1)) problems.open = "time";
  if (!isWhole(close, 1, aDay)) problems.close = "time";
  else if (!problems.open && close <= open) problems.close = "order";
  else if (!problems.open && close - open < shortestOpening) problems.close = "short";
  const isWeek = new Set(weekdays).size === weekdays.length && weekdays.every((day) => isWhole(day, 1, 7));
  if (weekdays.length === 0 || !isWeek) problems.weekdays = "none";
  else if (!weekdays.includes(digestWeekday)) problems.digestWeekday = "closed";
  if (!isWhole(digestFrom, 0, aDay - 1)) problems.digestFrom = "time";
  else if (!problems.close && digestFrom > close - 15) problems.digestFrom = "closed";
  if (!(blastShare >= leastShare && blastShare <= 1)) problems.blastShare = "share";
  return problems;
}

/** Under which key of the catalogue a problem is said, and the numbers in it. */
export function policyProblemKey(field: PolicyField, problem: PolicyProblem) {
  const key = problem === "order" || problem === "closed" ? `${problem}.${field}` : problem;
  const [least, most] = field in policyBounds ? policyBounds[field as keyof typeof policyBounds] : [0, 0];
  return { key, values: { least, most, days: longestBefore, steps: mostSteps } };
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
