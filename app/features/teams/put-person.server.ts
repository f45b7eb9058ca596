import type { PeopleEditor } from "./people-columns.ts";
import type { PersonRead } from "./read-people.server.ts";
import { type JudgedProgram, standingTimeline } from "./standing-timeline.server.ts";

/** Judges somebody from what was read of them, and puts them among the others. */
export function putPerson(
  editor: PeopleEditor,
  { profile, leftAt, facts: encoded, decoded: facts }: PersonRead,
  { program, from }: { program: JudgedProgram; from: number },
): void {
  const { kind, country, onLeave } = profile;
  const person = { kind, country, leftAt, onLeave, knownFrom: facts.knownFrom, knownUntil: null };
  const { certifications, holds, overrides } = facts;
  // Many people have done nothing yet, or the same steps; what has instants of its own nobody else has.
  const isCommon = certifications.length + holds.length + overrides.length === 0;
  editor.put({
    profile,
    certifications,
    timeline: () => standingTimeline({ program, person, facts }, from),
    sharedKey: isCommon ? `${kind} ${country} ${leftAt} ${encoded}` : null,
  });
}
