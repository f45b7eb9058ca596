import type { EvidenceBody, ModuleSummary } from "#app/platform/db.server.ts";
import type { Story as BranchingStory, Item, Release, Scenario } from "../programs/release-content.ts";
import type { DemoIntent } from "./demo-intent.ts";
import type { WorkingTime } from "./working-time.ts";

export type DemoLesson = { module: ModuleSummary; scenarios: Scenario[] };

/** What a person of the demo works through. */
export type DemoCourse = {
  release: Release;
  lessons: DemoLesson[];
  /** What managers read beside the path. */
  duties: DemoLesson[];
  bank: readonly Item[];
  /** The branching story of the release. */
  story: BranchingStory | null;
};

/** Somebody's way through it while it is being told. */
export type Story = {
  person: { id: string; timeZone: string; name: string; manages: boolean };
  course: DemoCourse;
  intent: DemoIntent;
  random: () => number;
  time: WorkingTime;
  registrationId: string;
  /** Writes down what happens now, in the registration. */
  record: (subject: string, body: EvidenceBody) => void;
  /** The same beside the registration. */
  recordBeside: (subject: string, body: EvidenceBody) => void;
};
