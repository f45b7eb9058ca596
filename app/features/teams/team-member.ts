import type { ReasonCode } from "../claims/reasons.ts";

export const statuses = ["blocked", "grace", "override", "certified", "not_required"] as const;
/** Where a person stands at the gate: exactly one at a time. `certified` is a yes because of a certification. */
export type Status = (typeof statuses)[number];

export type Profile = {
  id: string;
  employeeId: string;
  name: string;
  /** Folded family and first name: by it lists are sorted. */
  sortKey: string;
  /** Folded name as it is written, to look for parts of it. */
  searchKey: string;
  kind: "rep" | "staff";
  managerEmployeeId: string | null;
  country: string;
  region: string;
  department: string;
  jobTitle: string;
  onLeave: boolean;
  contractor: boolean;
};

export type Certified = { editionId: string; validFrom: number; validUntil: number };

export const trainingPaths = ["initial", "renewal", "delta", "none"] as const;
/** The path of the registration that a person works in or has finished; none before they have begun. */
export type TrainingPath = (typeof trainingPaths)[number];

/** Steps of the path; `total` is 0 where there is no path. */
export type MemberProgress = { done: number; total: number; path: TrainingPath };

/** As of one instant. Instants in milliseconds. */
export type MemberStanding = {
  /** A rep who is employed: who has left, or has not begun, is in no count. */
  counted: boolean;
  status: Status;
  reason: ReasonCode;
  /** Whether a certification counts for the edition that the person works on, in force or not yet. */
  certified: boolean;
  certifiedUntil: number | null;
  /** When the right to claim ends unless something is done; after it ended for want of training, when it did. */
  dueAt: number | null;
  /** The right ends within `soonDays`. */
  soon: boolean;
  /** Cannot claim for want of training, since `dueAt`. */
  overdue: boolean;
  /** The wave whose edition the person works on. */
  waveId: string | null;
  progress: MemberProgress;
};

export type Member = Profile & MemberStanding & { certifications: readonly Certified[] };

export const soonDays = 14;
