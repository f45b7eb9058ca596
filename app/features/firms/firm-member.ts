import { foldName } from "../teams/fold-name.ts";

/** Where somebody stands on the way in. */
export const memberStates = ["joined", "invited", "expired", "not_invited"] as const;
export type MemberState = (typeof memberStates)[number];

/** The first thing that somebody still lacks; `nothing` where a program has no signature and the rest is done. */
export const memberSteps = ["join", "replays", "check", "signature", "attended", "nothing"] as const;
export type MemberStep = (typeof memberSteps)[number];

/** What somebody has done of the edition that they work on, each with its instant. */
export type MemberProgress = {
  /** Replays watched of those that there are for the person. */
  watched: number;
  replays: number;
  /** When the last of them was watched; null until all are. */
  watchedAt: number | null;
  passedAt: number | null;
  signedAt: number | null;
  attendedAt: number | null;
  /** The public number of the certificate of attendance. */
  certificateNumber: string | null;
  next: MemberStep;
};

/** Somebody of a firm, or somebody who is invited and not known yet. Instants in milliseconds. */
export type FirmMember = MemberProgress & {
  /** Null for who is invited and not known yet. */
  personId: string | null;
  /** The one that still opens or has expired. */
  invitation: { id: string; mailedAt: number; expiresAt: number } | null;
  /** By the last invitation or registration that brought them in; null for who came another way. */
  invitedAt: number | null;
  joinedAt: number | null;
  name: string;
  address: string | null;
  externalId: string | null;
  country: string | null;
  jobTitle: string;
  state: MemberState;
  /** Coordinates the firm now. */
  coordinates: boolean;
};

export type MemberFilter = {
  q: string | null;
  state: MemberState | null;
  watched: "all" | "some" | "none" | null;
  next: MemberStep | null;
};

const longestSearch = 100;

/** Reads a filter from the query of a URL; what means nothing is left out. */
export function readMemberFilter(query: URLSearchParams): MemberFilter {
  return {
    q: query.get("q")?.trim().slice(0, longestSearch) || null,
    state: memberStates.find((state) => state === query.get("state")) ?? null,
    watched: (["all", "some", "none"] as const).find((value) => value === query.get("watched")) ?? null,
    next: memberSteps.find((step) => step === query.get("next")) ?? null,
  };
}

/** The people whom a filter means, in their order. */
export function filterMembers(members: readonly FirmMember[], filter: MemberFilter): FirmMember[] {
  const { q, state, watched, next } = filter;
  const words = q ? foldName(q).split(/\s+/) : [];
  return members.filter((member) => {
    const text = foldName([member.name, member.address ?? "", member.externalId ?? ""].join(" "));
    return (
      (state === null || member.state === state) &&
      (watched === null || watchedSoFar(member) === watched) &&
      (next === null || member.next === next) &&
      words.every((word) => text.includes(word))
    );
  });
}

/** How much of the replays somebody has watched; nothing, where there are none. */
function watchedSoFar({ watched, replays }: Pick<FirmMember, "watched" | "replays">): "all" | "some" | "none" {
  if (watched === 0) return "none";
  return watched >= replays ? "all" : "some";
}

/** How many people each step is the next one of; everybody is counted once. */
export function countBySteps(members: readonly Pick<FirmMember, "next">[]): Record<MemberStep, number> {
  const counts = { join: 0, replays: 0, check: 0, signature: 0, attended: 0, nothing: 0 };
  for (const { next } of members) counts[next] += 1;
  return counts;
}
