import fc from "fast-check";
import { expect, test } from "vitest";
import { anyMembers } from "#tests/make-members.ts";
import { editPeople, memberAt, noPeople, type People, slotOf } from "./people-columns.ts";
import type { Member } from "./team-member.ts";

const end = 500;
const finish = { pause: async () => {} };

/** Certified up to `end`, and blocked from then on. */
function putUntilEnd(before: People, { certifications, ...member }: Member) {
  const editor = editPeople(before);
  const blocked = { status: "blocked" as const, dueAt: end, overdue: true };
  editor.put({
    profile: member,
    certifications,
    timeline: () => [
      { ...member, status: "certified", from: 0 },
      { ...member, ...blocked, from: end },
    ],
    sharedKey: null,
  });
  return editor;
}

test("whoever was taken out and comes back stands as of now, and turns in time", async () => {
  const [one] =
    fc.sample(
      anyMembers.filter(({ length }) => length > 0),
      1,
    )[0] ?? [];
  if (!one) throw new Error("Nobody was drawn.");
  const status = (people: People) => memberAt(people, slotOf(people, one.id)).status;
  const there = await putUntilEnd(noPeople(1), one).finish({ ...finish, now: 10, changesAt: null });
  expect([status(there.people), there.changesAt]).toEqual(["certified", end]);
  const editor = editPeople(there.people);
  editor.remove(one.id);
  const gone = await editor.finish({ ...finish, now: 20, changesAt: null });
  expect(slotOf(gone.people, one.id)).toBe(-1);
  const backInTime = await putUntilEnd(gone.people, one).finish({ ...finish, now: 30, changesAt: gone.changesAt });
  expect([status(backInTime.people), backInTime.changesAt]).toEqual(["certified", end]);
  const backLate = await putUntilEnd(gone.people, one).finish({ ...finish, now: end + 1, changesAt: gone.changesAt });
  expect(status(backLate.people)).toBe("blocked");
});
