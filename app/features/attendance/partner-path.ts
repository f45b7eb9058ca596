import type { ReleaseSummary } from "#app/platform/db.server.ts";
import { paths } from "#app/platform/paths.ts";

/** What a partner has done of one edition. */
export type PartnerProgress = {
  /** Ids of the replays of the release that were watched. */
  watched: ReadonlySet<string>;
  passed: boolean;
  attested: boolean;
};

export type PartnerStep = {
  kind: "replay" | "check" | "attestation";
  id: string;
  title: string;
  minutes: number;
  href: string;
  /** `closed`: what comes before is not done. Replays are never closed; they may be watched in any order. */
  state: "done" | "next" | "open" | "closed";
};

type Path = Pick<ReleaseSummary, "replays" | "partnerCheck" | "partnerAttestation">;

/** The steps of a release in their order: replays, then the check, then the signature, as far as the release has them. */
export function partnerSteps(
  { replays, partnerCheck, partnerAttestation }: Path,
  progress: PartnerProgress,
): PartnerStep[] {
  const steps: (Omit<PartnerStep, "state"> & { done: boolean })[] = replays.map(({ id, title, minutes }) => ({
    kind: "replay",
    ...{ id, title, minutes },
    href: paths.replay(id),
    done: progress.watched.has(id),
  }));
  if (partnerCheck) {
    const { id, title, minutes } = partnerCheck;
    steps.push({ kind: "check", id, title, minutes, href: paths.partnerCheck(), done: progress.passed });
  }
  if (partnerAttestation) {
    const { title, minutes } = partnerAttestation;
    const href = paths.partnerAttestation();
    steps.push({ kind: "attestation", id: "attestation", title, minutes, href, done: progress.attested });
  }
  const next = steps.findIndex((step) => !step.done);
  return steps.map(({ done, ...step }, index) => ({
    ...step,
    state: done ? "done" : index === next ? "next" : step.kind === "replay" ? "open" : "closed",
  }));
}

/** What is not done of the steps before those of this kind. */
export function stepsLeftBefore(kind: PartnerStep["kind"], steps: readonly PartnerStep[]): PartnerStep[] {
  const place = steps.findIndex((step) => step.kind === kind);
  return steps.slice(0, Math.max(0, place)).filter((step) => step.state !== "done");
}
