import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { firmProgress } from "#app/features/firms/firm-progress.server.ts";
import { invitePeople } from "#app/features/invitations/invite-people.server.ts";
import { resendInvitation } from "#app/features/invitations/resend-invitation.server.ts";
import { revokeInvitation } from "#app/features/invitations/revoke-invitation.server.ts";
import { accounts, type Database, firms, invitations, people, personVersions } from "#app/platform/db.server.ts";
import { handClock } from "./learning-walk.ts";
import { comeIn, contextOf, latestToken, listMails, makeCoordinator, makeFirm, makePartner } from "./make-firms.ts";
import { makePerson } from "./make-people.ts";
import { testDatabase } from "./setup-database.ts";

const start = Date.UTC(2026, 5, 15, 12);
const day = 86_400_000;

async function world(db: Database) {
  const clock = handClock(start);
  const app = contextOf(db, clock);
  const firm = await makeFirm(db);
  const coordinator = await makeCoordinator(db, firm.id);
  const by = { personId: coordinator.id, name: "Cora Ordinator" };
  const invitee = (address: string) => ({ address, givenName: "", familyName: "" });
  const invite = (...addresses: string[]) =>
    invitePeople({ db, clock, firmId: firm.id, by, invitees: addresses.map(invitee), language: "en" });
  const states = async () => {
    const members = await firmProgress({ db, clock, firmId: firm.id });
    return Object.fromEntries(members.map((member) => [member.address, member.state]));
  };
  return { clock, app, firm, coordinator, by, invite, states };
}

const stateOf = (joined: Awaited<ReturnType<typeof comeIn>>) => ("link" in joined ? joined.link.state : "joined");

test("a link makes a person of the firm with an account, once, even for two tabs at the same moment", async () => {
  await using db = await testDatabase();
  const { app, firm, invite, states } = await world(db);
  expect(await invite("Nia@Firm.example")).toEqual([{ address: "Nia@Firm.example", result: "invited" }]);
  const [mail] = await listMails(db);
  expect(mail).toMatchObject({ reason: "invitation", personId: null, toAddress: "Nia@Firm.example", secret: true });
  const token = mail?.token ?? "";
  const stored = JSON.stringify(await db.read.select().from(invitations));
  expect(stored).not.toContain(token);

  const both = await Promise.all([comeIn(app, token), comeIn(app, token, { familyName: "Other" })]);
  expect(both.map(stateOf).sort()).toEqual(["joined", "used"]);
  const [person, ...others] = await db.read.select().from(people).where(eq(people.emailKey, "nia@firm.example"));
  expect(others).toEqual([]);
  expect(person).toMatchObject({ kind: "partner", firmId: firm.id, externalId: null, country: "DK" });
  const versions = await db.read
    .select()
    .from(personVersions)
    .where(eq(personVersions.personId, person?.id ?? ""));
  expect(versions).toMatchObject([{ kind: "partner", country: "DK", validFrom: 0, recordedAt: start }]);
  expect(await db.read.select().from(accounts)).toMatchObject([{ personId: person?.id, mustChange: false }]);
  expect(await states()).toMatchObject({ "Nia@Firm.example": "joined" });
  expect(stateOf(await comeIn(app, token))).toBe("used");
  await expect(db.write((tx) => tx.update(invitations).set({ usedAt: null }))).rejects.toThrow();
});

test("links end: expired, taken back, and replaced by the next mail", async () => {
  await using db = await testDatabase();
  const { db: _, clock, app, firm, by, invite, states } = { db, ...(await world(db)) };
  await invite("a@x.example", "b@x.example");
  const [b, a] = await listMails(db);
  const idOf = async (address: string) =>
    (await db.read.select().from(invitations).where(eq(invitations.address, address)))[0]?.id ?? "";
  await revokeInvitation({ db, clock, firmId: firm.id, invitationId: await idOf("b@x.example"), by: by.personId });
  expect(stateOf(await comeIn(app, b?.token ?? ""))).toBe("revoked");
  await expect(
    revokeInvitation({ db, clock, firmId: firm.id, invitationId: await idOf("b@x.example"), by: by.personId }),
  ).rejects.toThrow("no such open invitation");

  const again = { db, clock, firmId: firm.id, invitationId: await idOf("a@x.example"), by };
  const foreign = { ...again, firmId: (await makeFirm(db)).id };
  await expect(resendInvitation(foreign)).rejects.toThrow("no such open invitation");
  await expect(revokeInvitation({ ...foreign, by: by.personId })).rejects.toThrow("no such open invitation");
  expect(await resendInvitation(again)).toBe("too-soon");
  clock.pass(14 * day - 1);
  expect(await states()).toMatchObject({ "a@x.example": "invited" });
  clock.pass(1);
  expect(await states()).toMatchObject({ "a@x.example": "expired" });
  expect(stateOf(await comeIn(app, a?.token ?? ""))).toBe("expired");
  expect(await resendInvitation(again)).toBe("sent");
  expect(stateOf(await comeIn(app, a?.token ?? ""))).toBe("unknown");
  expect(stateOf(await comeIn(app, await latestToken(db)))).toBe("joined");
});

test("who invites learns nothing of other firms: the same answer, and a mail that lets nobody in", async () => {
  await using db = await testDatabase();
  const { firm, app, clock, by, invite, states } = await world(db);
  const other = await makeFirm(db);
  const away = await makePartner(db, { firmId: other.id, email: "away@other.example" });
  const rep = await makePerson(db, { email: "rep@reps.example", emailKey: "rep@reps.example" });
  const own = await makePartner(db, { firmId: firm.id, email: "own@firm.example" });
  const joined = { passwordHash: "x", mustChange: false, changedAt: 0 };
  await db.write(async (tx) => {
    for (const { id } of [away, rep, own]) await tx.insert(accounts).values({ personId: id, ...joined });
  });
  const addresses = ["away@other.example", "rep@reps.example", "own@firm.example", "new@firm.example"];
  const results = await invite(...addresses);
  expect(results.map(({ result }) => result)).toEqual(["invited", "invited", "joined", "invited"]);
  const mails = await listMails(db);
  expect(mails.map(({ toAddress, token }) => [toAddress, token !== null])).toEqual([
    ["new@firm.example", true],
    ["rep@reps.example", false],
    ["away@other.example", false],
  ]);
  expect(JSON.stringify(mails)).not.toContain(other.name);
  const shown = await states();
  expect(shown["away@other.example"]).toBe(shown["new@firm.example"]);
  const members = await firmProgress({ db, clock, firmId: firm.id });
  expect(JSON.stringify(members.find(({ address }) => address === "away@other.example"))).not.toContain(away.id);
  clock.pass(day);
  const [stranger] = await db.read.select().from(invitations).where(eq(invitations.address, "away@other.example"));
  expect(await resendInvitation({ db, clock, firmId: firm.id, invitationId: stranger?.id ?? "", by })).toBe("sent");
  expect((await listMails(db))[0]).toMatchObject({ toAddress: "away@other.example", token: null });

  // Two firms invited the same newcomer: the second link finds the first person.
  const [, , third] = mails.toReversed();
  expect(stateOf(await comeIn(app, third?.token ?? ""))).toBe("joined");
  await invitePeople({
    ...{ db, clock, firmId: other.id, by, language: "en" },
    invitees: [{ address: "New@Firm.example", givenName: "", familyName: "" }],
  });
  expect((await listMails(db))[0]?.token).toBeNull();
});

test("whom the feed named keeps their person, and comes in only while they are there", async () => {
  await using db = await testDatabase();
  const { app, firm, invite, states } = await world(db);
  const other = await makeFirm(db);
  const [stays, leaves, moves] = [
    await makePartner(db, { firmId: firm.id, email: "stays@firm.example", givenName: "Stay" }),
    await makePartner(db, { firmId: firm.id, email: "leaves@firm.example" }),
    await makePartner(db, { firmId: firm.id, email: "moves@firm.example" }),
  ];
  expect((await states())["stays@firm.example"]).toBe("not_invited");
  await invite("stays@firm.example", "leaves@firm.example", "moves@firm.example");
  const [third, second, first] = await listMails(db);
  expect(first?.personId).toBe(stays.id);
  const set = (id: string, change: Partial<typeof people.$inferInsert>) =>
    db.write(async (tx) => void (await tx.update(people).set(change).where(eq(people.id, id))));
  await set(leaves.id, { leftAt: start });
  await set(moves.id, { firmId: other.id });
  expect(stateOf(await comeIn(app, second?.token ?? ""))).toBe("left");
  expect(stateOf(await comeIn(app, third?.token ?? ""))).toBe("moved");
  const tabs = await Promise.all([comeIn(app, first?.token ?? ""), comeIn(app, first?.token ?? "")]);
  expect(tabs.map(stateOf).sort()).toEqual(["joined", "used"]);
  expect(await db.read.select().from(people).where(eq(people.emailKey, "stays@firm.example"))).toMatchObject([
    { id: stays.id, givenName: "Stay", externalId: stays.externalId },
  ]);
  expect(await states()).toMatchObject({ "stays@firm.example": "joined" });
});

test("a firm that closes lets nobody new in, and two coordinators who invite at once invite once", async () => {
  await using db = await testDatabase();
  const { app, firm, invite } = await world(db);
  const results = (await Promise.all([invite("a@x.example"), invite("A@x.example")])).flat();
  expect(results.map(({ result }) => result).sort()).toEqual(["invited", "invited-before"]);
  expect(await db.read.select().from(invitations)).toHaveLength(1);
  const token = await latestToken(db);
  await db.write(async (tx) => void (await tx.update(firms).set({ closedAt: start }).where(eq(firms.id, firm.id))));
  expect(stateOf(await comeIn(app, token))).toBe("closed");
  await expect(invite("b@x.example")).rejects.toThrow("closed");
  expect(
    await db.read
      .select()
      .from(people)
      .where(and(eq(people.kind, "partner"), eq(people.country, "DK"))),
  ).toEqual([]);
});

test("one person invites only so many within a day", async () => {
  await using db = await testDatabase();
  const { clock, invite } = await world(db);
  const many = (from: number) => Array.from({ length: 50 }, (_, n) => `p${from + n}@x.example`);
  for (let from = 0; from < 300; from += 50) await invite(...many(from));
  await expect(invite("one@x.example")).rejects.toMatchObject({ code: "too-many-requests" });
  clock.pass(day);
  expect(await invite("one@x.example")).toMatchObject([{ result: "invited" }]);
});
