import type { ProgramFacts, Subject } from "../claims/sort-fact-rows.server.ts";
import { standingTimeline } from "./standing-timeline.server.ts";
import type { MemberStanding } from "./team-member.ts";

/** How one person stands now, without the path of training. The decision is the gate's own. */
export function judgeMember(
  program: ProgramFacts,
  { person, certifications, holds, overrides }: Subject,
  now: number,
): Omit<MemberStanding, "progress"> {
  const published = new Set(program.releases.map(({ editionId }) => editionId));
  const judged = { ...program, published, contents: new Map() };
  const facts = { knownFrom: person.knownFrom, certifications, holds, overrides, registrations: [] };
  const [moment] = standingTimeline({ program: judged, person, facts }, now);
  if (!moment) throw new Error("A timeline begins at the instant it is asked for.");
  const { from: _from, progress: _progress, ...standing } = moment;
  return standing;
}
