import { type ContentProblem, type Place, problemAt } from "./content-problem.ts";
import type { DraftCheck, LessonDraft, ProgramDraft } from "./program-draft.ts";

/** Lessons count from 1 without a gap, those of managers by themselves; each shows every clause it teaches and every scenario of its module once. */
export const checkLessons: DraftCheck = (draft) => [
  ...checkOrder(draft, "everyone"),
  ...checkOrder(draft, "managers"),
  ...draft.lessons.flatMap((lesson) => [...checkTaught(lesson), ...checkPractice(draft, lesson)]),
  ...checkShown(draft),
];

function checkOrder({ lessons, complete }: ProgramDraft, audience: "everyone" | "managers"): ContentProblem[] {
  const own = lessons.filter(({ value }) => value.audience === audience);
  const [lesson, all] =
    audience === "managers" ? ["No lesson for managers", "the lessons for managers"] : ["No lesson", "the lessons"];
  const problems: ContentProblem[] = [];
  let last: { order: number; file: string } = { order: 0, file: "" };
  for (const { value, at } of own.sort((a, b) => a.value.order - b.value.order)) {
    const place = at("order");
    if (value.order === last.order)
      problems.push(
        problemAt(place, `Order ${value.order} is already taken by ${last.file}. Give each lesson its own.`),
      );
    else if (value.order > last.order + 1 && complete.lessons)
      problems.push(problemAt(place, `${lesson} has order ${last.order + 1}. Number ${all} from 1 without a gap.`));
    last = { order: value.order, file: place.file };
  }
  return problems;
}

function checkTaught({ value, marks, at }: LessonDraft): ContentProblem[] {
  if (!marks) return [];
  const { file } = at();
  return [
    ...value.teaches.flatMap((id, n) => {
      if (value.teaches.indexOf(id) < n) return [problemAt(at("teaches", n), `${id} stands twice. Name it once.`)];
      if (marks.clauses.some((mark) => mark.value === id)) return [];
      const message = `The lesson teaches ${id} and does not show it. Add <Clause id="${id}" />, or take it out here.`;
      return [problemAt(at("teaches", n), message)];
    }),
    ...marks.clauses.flatMap((mark, n) => {
      const place = { file, line: mark.line };
      const before = marks.clauses.slice(0, n).find((other) => other.value === mark.value);
      if (before)
        return [problemAt(place, `${mark.value} is already shown on line ${before.line}. Link to it instead.`)];
      if (value.teaches.includes(mark.value)) return [];
      return [problemAt(place, `${mark.value} is shown and not taught. Add it to "teaches", or link to it instead.`)];
    }),
  ];
}

function checkPractice({ scenarios, complete }: ProgramDraft, { value, marks, at }: LessonDraft): ContentProblem[] {
  return (marks?.practices ?? []).flatMap((mark, n) => {
    const place: Place = { file: at().file, line: mark.line };
    const before = marks?.practices.slice(0, n).find((other) => other.value === mark.value);
    if (before)
      return [problemAt(place, `Scenario ${mark.value} is already shown on line ${before.line}. Show it once.`)];
    const scenario = scenarios.find((one) => one.value.id === mark.value);
    if (!scenario)
      return complete.scenarios
        ? [problemAt(place, `There is no scenario ${mark.value}. Correct the id, or write the scenario.`)]
        : [];
    if (scenario.moduleId === value.id) return [];
    const message = `Scenario ${mark.value} belongs to module ${scenario.moduleId}. Show it there, or move it here.`;
    return [problemAt(place, message)];
  });
}

function checkShown({ scenarios, lessons, complete }: ProgramDraft): ContentProblem[] {
  return scenarios.flatMap(({ value, at, moduleId, moduleAt }) => {
    const lesson = lessons.find((one) => one.value.id === moduleId);
    if (!lesson)
      return complete.lessons
        ? [problemAt(moduleAt, `There is no module ${moduleId}. Correct the id, or write its lesson.`)]
        : [];
    if (!lesson.marks || lesson.marks.practices.some((mark) => mark.value === value.id)) return [];
    const shown = `<Practice scenario="${value.id}" />`;
    return [problemAt(at("id"), `No reader meets scenario ${value.id}. Add ${shown} to ${lesson.at().file}.`)];
  });
}
