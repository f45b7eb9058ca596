import { paths } from "#app/platform/paths.ts";
import type { Release } from "../programs/release-content.ts";
import type { Progress } from "./progress.ts";

export type PathStep = {
  kind: "module" | "story" | "assessment" | "attestation";
  id: string;
  title: string;
  minutes: number;
  href: string;
  state: "done" | "next" | "later";
};

/** The steps of a release in their order; the first that is not done is `next`. */
export function pathSteps(release: Release, progress: Progress): PathStep[] {
  const { modules, story, assessment, attestation } = release.summary;
  const steps = [
    ...modules.map((module) => ({
      kind: "module" as const,
      id: module.id,
      title: module.title,
      minutes: module.minutes,
      href: paths.lesson(module.id),
      done: progress.readModules.has(module.id),
    })),
    ...(story
      ? [
          {
            kind: "story" as const,
            id: story.id,
            title: story.title,
            minutes: story.minutes,
            href: paths.story(),
            done: progress.endedStories.has(story.id),
          },
        ]
      : []),
    {
      kind: "assessment" as const,
      id: assessment.id,
      title: assessment.title,
      minutes: assessment.minutes,
      href: paths.assessment(),
      done: progress.passed,
    },
    {
      kind: "attestation" as const,
      id: "attestation",
      title: attestation.title,
      minutes: attestation.minutes,
      href: paths.attestation(),
      done: progress.attested,
    },
  ];
  const next = steps.findIndex((step) => !step.done);
  return steps.map(({ done, ...step }, index) => ({
    ...step,
    state: done ? "done" : index === next ? "next" : "later",
  }));
}

/** What is not done of the steps before one of this kind. */
export function stepsBefore(kind: PathStep["kind"], steps: readonly PathStep[]): PathStep[] {
  const place = steps.findIndex((step) => step.kind === kind);
  return steps.slice(0, place).filter((step) => step.state !== "done");
}

/** Names a step among those of a release. */
export function stepKey({ kind, id }: Pick<PathStep, "kind" | "id">): string {
  return `${kind} ${id}`;
}
