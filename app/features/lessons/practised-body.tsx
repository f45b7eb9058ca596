import type { ContentNode } from "../programs/release-content.ts";
import type { PresentedFeedback, PresentedScenario } from "../scenarios/present-scenario.ts";
import { ScenarioForm } from "../scenarios/scenario-form.tsx";
import type { ClauseLookup } from "./clause-lookup.ts";
import { LessonBody } from "./lesson-body.tsx";

type PractisedBodyProps = {
  nodes: ContentNode[];
  rules: ClauseLookup;
  /** All of the lesson, in their order. */
  scenarios: { scenario: PresentedScenario; feedback: PresentedFeedback | null }[];
  /** The last post, when it had no complete answer. */
  incomplete: { scenarioId: string; given: Readonly<Record<string, string>> } | undefined;
};

/** Draws a lesson, or a part of one, with its practice scenarios where it names them. */
export function PractisedBody({ nodes, rules, scenarios, incomplete }: PractisedBodyProps) {
  return (
    <LessonBody
      nodes={nodes}
      rules={rules}
      practice={(id) => {
        const shown = scenarios.find(({ scenario }) => scenario.id === id);
        return shown ? (
          <ScenarioForm
            {...shown}
            number={scenarios.indexOf(shown) + 1}
            total={scenarios.length}
            rules={rules}
            incomplete={incomplete?.scenarioId === id ? incomplete.given : null}
          />
        ) : null;
      }}
    />
  );
}
