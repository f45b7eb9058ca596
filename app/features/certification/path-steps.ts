import { paths } from "#app/platform/paths.ts";
import type { Release } from "../programs/release-content.ts";

/** What a registration holds so far, read from its evidence. */
export type Progress = {
  readModules: ReadonlySet<string>;
  /** The assessment has been passed in this registration. */
  passed: boolean;
  attested: boolean;
};

export const noProgress: Progress = { readModules: new Set(), passed: false, attested: false };

export type PathStep = {
  kind: "module" | "assessment" | "attestation";
  id: string;
  title: string;
  minutes: number;
  href: string;
  state: "done" | "next" | "later";
};

/** The steps of a release in their order; the first that is not done is `next`. */
export function pathSteps(release: Release, progress: Progress): PathStep[] {
  const { modules, assessment, attestation } = release.summary;
  const steps = [
    ...modules.map((module) => ({
      kind: "module" as const,
      id: module.id,
      title: module.title,
      minutes: module.minutes,
      href: paths.lesson(module.id),
      done: progress.readModules.has(module.id),
    })),
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
