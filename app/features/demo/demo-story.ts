import type { EvidenceBody, ModuleSummary } from "#app/platform/db.server.ts";
import type { Story as BranchingStory, Item, Release, Scenario } from "../programs/release-content.ts";
import type { DemoIntent } from "./demo-intent.ts";
import type { WorkingTime } from "./working-time.ts";

/** What a person of the demo works through. */
export type DemoCourse = {
  release: Release;
  lessons: { module: ModuleSummary; scenarios: Scenario[] }[];
  bank: readonly Item[];
  /** The branching story of the release. */
  story: BranchingStory | null;
};

/** Somebody's way through it while it is being told. */
export type Story = {
  person: { id: string; timeZone: string; name: string };
  course: DemoCourse;
  intent: DemoIntent;
  random: () => number;
  time: WorkingTime;
  registrationId: string;
  /** Writes down what happens now. */
  record: (subject: string, body: EvidenceBody) => void;
};
