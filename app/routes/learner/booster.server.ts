import { type FoundBooster, findBooster } from "#app/features/boosters/find-booster.server.ts";
import { clauseLookup } from "#app/features/lessons/clause-lookup.ts";
import { presentFeedback, presentScenario } from "#app/features/scenarios/present-scenario.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";

type Asked = { personId: string; day: number; answered: string | null };

/** One booster of a person: the decision to take now, what followed from the one just taken, or how it went. */
export async function loadBooster(app: AppContext, { personId, day, answered }: Asked) {
  const booster = await findBooster({ ...app, personId, day, now: app.clock.now() });
  if (!booster) throw new AppError("not-found", "You have no booster of that day.");
  const { state, opensAt, scenarios, release } = booster;
  const places = scenarios.map(({ scenario, answer }, index) => ({
    number: index + 1,
    scenario: presentScenario(scenario, personId),
    feedback: answer && presentFeedback(scenario, answer.choices, personId),
  }));
  const seen = places.flatMap(({ feedback, ...place }) => (feedback ? [{ ...place, feedback }] : []));
  const open = places.find(({ feedback }) => !feedback);
  const given = {
    day,
    opensAt,
    total: places.length,
    rules: clauseLookup(release.summary),
    editionId: release.editionId,
  };
  const justSeen = seen.find(({ scenario }) => scenario.id === answered);
  if (justSeen && (state === "open" || state === "finished"))
    return { ...given, view: "feedback" as const, seen: justSeen, last: state === "finished" };
  if (state === "open" && open) return { ...given, view: "question" as const, place: open };
  const closed = state === "finished" ? ("finished" as const) : state === "open" ? ("missed" as const) : state;
  return { ...given, view: closed, seen, lessons: lessonsToOpen(booster) };
}

export type BoosterPageData = Awaited<ReturnType<typeof loadBooster>>;

/** The clauses of what went wrong, by the lesson that teaches them. */
function lessonsToOpen({ scenarios, release }: FoundBooster) {
  const { modules } = release.summary;
  const wrong = new Set(
    scenarios.filter(({ answer }) => answer?.correct === false).flatMap((one) => one.scenario.clauses),
  );
  const lessons = Map.groupBy([...wrong].sort(), (clause) => modules.find(({ teaches }) => teaches.includes(clause)));
  return [...lessons].map(([lesson, clauses]) => ({
    clauses,
    lesson: lesson ? { id: lesson.id, title: lesson.title } : null,
  }));
}
