import { foldName } from "../teams/fold-name.ts";

/** Where somebody stands on the way in. */
export const memberStates = ["joined", "invited", "expired", "not_invited"] as const;
export type MemberState = (typeof memberStates)[number];

/** Somebody of a firm, or somebody who is invited and not known yet. Instants in milliseconds. */
export type FirmMember = {
  /** Null for who is invited and not known yet. */
  personId: string | null;
  invitation: { id: string; mailedAt: number; expiresAt: number } | null;
  name: string;
  address: string | null;
  externalId: string | null;
  country: string | null;
  jobTitle: string;
  state: MemberState;
  /** Coordinates the firm now. */
  coordinates: boolean;
  /** Replays watched of those that there are for the person. */
  watched: number;
  replays: number;
};

export type MemberFilter = { q: string | null; state: MemberState | null; watched: "all" | "some" | "none" | null };

const longestSearch = 100;

/** Reads a filter from the query of a URL; what means nothing is left out. */
export function readMemberFilter(query: URLSearchParams): MemberFilter {
  return {
    q: query.get("q")?.trim().slice(0, longestSearch) || null,
    state: memberStates.find((state) => state === query.get("state")) ?? null,
    watched: (["all", "some", "none"] as const).find((value) => value === query.get("watched")) ?? null,
  };
}

/** The people whom a filter means, in their order. */
export function filterMembers(members: readonly FirmMember[], { q, state, watched }: MemberFilter): FirmMember[] {
  const words = q ? foldName(q).split(/\s+/) : [];
  return members.filter((member) => {
    const text = foldName([member.name, member.address ?? "", member.externalId ?? ""].join(" "));
    return (
      (state === null || member.state === state) &&
      (watched === null || watchedSoFar(member) === watched) &&
      words.every((word) => text.includes(word))
    );
  });
}

/** How much of the replays somebody has watched; nothing, where there are none. */
export function watchedSoFar({ watched, replays }: Pick<FirmMember, "watched" | "replays">): "all" | "some" | "none" {
  if (watched === 0) return "none";
  return watched >= replays ? "all" : "some";
}
