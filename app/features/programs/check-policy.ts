import { contentLimits } from "./content-limits.ts";
import { problemAt } from "./content-problem.ts";
import { type DraftCheck, type ProgramDraft, pathLessons } from "./program-draft.ts";

/** What the program's numbers promise can be kept with what it holds. */
export const checkPolicy: DraftCheck = (draft) => [
  ...checkRenewal(draft),
  ...checkPartnerCheck(draft),
  ...checkTestOut(draft),
  ...checkBoosters(draft),
];

const checkRenewal: DraftCheck = ({ program }) => {
  if (!program) return [];
  const { validMonths, renewalWindowDays } = program.value.certification;
  const valid = validMonths * contentLimits.daysOfShortestMonth;
  if (renewalWindowDays < valid) return [];
  const message = `The renewal opens ${renewalWindowDays} days before the end, and a certification may be valid for ${valid} days only. Write less than ${valid}.`;
  return [problemAt(program.at("certification", "renewalWindowDays"), message)];
};

const checkPartnerCheck: DraftCheck = ({ program, partnerItems, complete }) => {
  if (!program || !complete.partnerItems) return [];
  const check = program.value.partnerCheck;
  const [first] = partnerItems;
  if (!check && first) {
    const message = 'There are partner items, and program.yaml has no "partnerCheck". Add it there, or move them away.';
    return [problemAt(first.at("id"), message)];
  }
  if (check && !program.value.partnerAttestation) {
    const message =
      'The partner check leads to a signature and a certificate of attendance. Add what partners sign as "partnerAttestation".';
    return [problemAt(program.at("partnerCheck"), message)];
  }
  if (!check || partnerItems.length >= check.items) return [];
  const message = `The partner check asks ${check.items} items, and partner-items/ holds ${partnerItems.length}. Write more.`;
  return [problemAt(program.at("partnerCheck", "items"), message)];
};

const checkTestOut: DraftCheck = (draft) => {
  const wanted = draft.program?.value.testOut?.items;
  if (wanted === undefined || !draft.complete.items) return [];
  return pathLessons(draft).flatMap(({ value, at }) => {
    const items = draft.items.filter((item) => value.teaches.includes(item.value.clause)).length;
    if (items >= wanted) return [];
    const message = `Module ${value.id} teaches clauses with ${items} items in the bank, and testing out of it asks ${wanted}. Write more items on them, or teach more.`;
    return [problemAt(at("teaches"), message)];
  });
};

const checkBoosters: DraftCheck = (draft) => {
  const { program } = draft;
  const boosters = program?.value.boosters;
  if (!program || !boosters) return [];
  const { days, scenarios } = boosters;
  const held = practiceOfPath(draft);
  return [
    ...days.flatMap((day, n) =>
      n > 0 && day <= (days[n - 1] ?? 0)
        ? [
            problemAt(
              program.at("boosters", "days", n),
              `Day ${day} does not come after day ${days[n - 1]}. Write the days in order, each once.`,
            ),
          ]
        : [],
    ),
    ...(draft.complete.scenarios && draft.complete.lessons && scenarios > held
      ? [
          problemAt(
            program.at("boosters", "scenarios"),
            `A booster asks ${scenarios} scenarios, and the lessons hold ${held}. Write at most ${held}.`,
          ),
        ]
      : []),
  ];
};

function practiceOfPath(draft: ProgramDraft): number {
  const lessons = new Set(pathLessons(draft).map(({ value }) => value.id));
  return draft.scenarios.filter(({ moduleId }) => lessons.has(moduleId)).length;
}
