import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { registerPartner } from "#app/features/invitations/register-partner.server.ts";
import { accounts, type Database, firmDomains, firms, people } from "#app/platform/db.server.ts";
import { handClock } from "./learning-walk.ts";
import { comeIn, contextOf, latestToken, listMails, makeFirm, makePartner } from "./make-firms.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { testDatabase } from "./setup-database.ts";

const start = Date.UTC(2026, 5, 15, 12);
const hour = 3_600_000;

function world(db: Database) {
  const clock = handClock(start);
  const about = { givenName: "Nia", familyName: "Newcomer", language: "en", from: "10.0.0.1" };
  const register = (address: string, given: Partial<typeof about> = {}) =>
    registerPartner({ db, clock, address, ...about, ...given });
  return { clock, app: contextOf(db, clock), register };
}

const stateOf = (joined: Awaited<ReturnType<typeof comeIn>>) => ("link" in joined ? joined.link.state : "joined");

test("a link goes to addresses of open firms alone, and word to who is known", async () => {
  await using db = await testDatabase();
  const { register, app } = world(db);
  const firm = await makeFirm(db, { domains: ["firm.example", "xn--bcher-kva.example"] });
  const branch = await makeFirm(db, { domains: ["branch.firm.example"] });
  await makeFirm(db, { domains: ["closed.firm.example"], closedAt: start });
  await makePerson(db, { email: "rep@firm.example", emailKey: "rep@firm.example" });
  const named = await makePartner(db, { firmId: firm.id, email: "named@firm.example" });
  for (const address of [
    "new@firm.example",
    "new@mail.firm.example",
    "new@branch.firm.example",
    "new@closed.firm.example",
    "new@notfirm.example",
    "new@example",
    "new@xn--bcher-kva.example",
    "rep@firm.example",
    "named@firm.example",
  ])
    await register(address);
  const mails = (await listMails(db)).reverse();
  expect(mails.map(({ toAddress, token, content }) => [toAddress, token !== null, content.subject])).toEqual([
    ["new@firm.example", true, "Confirm your address"],
    ["new@mail.firm.example", true, "Confirm your address"],
    ["new@branch.firm.example", true, "Confirm your address"],
    ["new@xn--bcher-kva.example", true, "Confirm your address"],
    ["rep@firm.example", false, "You can sign in already"],
    ["named@firm.example", true, "Confirm your address"],
  ]);
  expect(JSON.stringify(mails)).not.toContain("Nia");
  expect(stateOf(await comeIn(app, mails[2]?.token ?? ""))).toBe("joined");
  const [person] = await db.read.select().from(people).where(eq(people.emailKey, "new@branch.firm.example"));
  expect(person?.firmId).toBe(branch.id);
  expect(stateOf(await comeIn(app, mails[5]?.token ?? ""))).toBe("joined");
  expect((await db.read.select().from(accounts)).map(({ personId }) => personId)).toContain(named.id);
});

test("a confirmation opens once within a day, for the firm that holds the domain then", async () => {
  await using db = await testDatabase();
  const { register, clock, app } = world(db);
  const firm = await makeFirm(db, { domains: ["firm.example"] });
  const heir = await makeFirm(db, { domains: [] });
  await register("late@firm.example");
  const late = await latestToken(db);
  clock.pass(24 * hour);
  expect(stateOf(await comeIn(app, late))).toBe("expired");

  await register("new@firm.example");
  const first = await latestToken(db);
  await register("new@firm.example");
  const second = await latestToken(db);
  const tabs = await Promise.all([comeIn(app, first), comeIn(app, second), comeIn(app, first)]);
  expect(tabs.map(stateOf).filter((state) => state === "joined")).toHaveLength(1);
  expect(await db.read.select().from(people).where(eq(people.emailKey, "new@firm.example"))).toHaveLength(1);
  expect(tabs.map(stateOf).every((state) => ["joined", "used", "known"].includes(state))).toBe(true);

  await register("moves@firm.example");
  const moves = await latestToken(db);
  await db.write(async (tx) => void (await tx.update(firmDomains).set({ firmId: heir.id })));
  expect(stateOf(await comeIn(app, moves))).toBe("moved");
  await db.write(async (tx) => void (await tx.update(firmDomains).set({ firmId: firm.id })));
  await db.write(async (tx) => void (await tx.update(firms).set({ closedAt: clock.now() })));
  expect(stateOf(await comeIn(app, moves))).toBe("closed");
});

test("requests are counted for an address and for a network, whatever the address is", async () => {
  await using db = await testDatabase();
  const { register, clock } = world(db);
  await makeFirm(db, { domains: ["firm.example"] });
  for (const address of ["ada@firm.example", "ada@unknown.example"]) {
    for (let n = 0; n < 3; n++) await register(address);
    await expect(register(address.toUpperCase(), { from: "10.0.9.9" })).rejects.toMatchObject({
      code: "too-many-requests",
      extra: { minutes: 60 },
    });
  }
  expect(await listMails(db)).toHaveLength(3);
  for (let n = 0; n < 60 - 6; n++) await register(`p${n}@firm.example`);
  await expect(register("last@firm.example")).rejects.toMatchObject({ code: "too-many-requests" });
  await register("last@firm.example", { from: "2001:db8::1" });
  clock.pass(hour);
  await register("ada@firm.example");
});

test("the page says the same for every address, and what is wrong with what is none", async () => {
  await using db = await testDatabase();
  await using pages = await makePages(db);
  await makeFirm(db, { domains: ["firm.example"] });
  const person = await makePerson(db, { email: "known@firm.example", emailKey: "known@firm.example" });
  await db.write(
    async (tx) =>
      void (await tx
        .insert(accounts)
        .values({ personId: person.id, passwordHash: "x", mustChange: false, changedAt: 0 })),
  );
  const form = { givenName: "Nia", familyName: "Newcomer", language: "en" };
  const answers = [];
  for (const address of ["new@firm.example", "new@elsewhere.example", "known@firm.example"]) {
    const { status, location } = await pages.visit("/register", { form: { ...form, address } });
    answers.push(`${status} ${location}`);
  }
  expect(new Set(answers)).toEqual(new Set(["302 /register?sent"]));
  expect((await pages.visit("/register?sent")).body).toContain("If the address belongs to a partner firm");
  const wrong = async (address: string) => {
    const { status, body } = await pages.visit("/register", { form: { ...form, address } });
    expect(status).toBe(422);
    return body;
  };
  expect(await wrong("no address")).toContain("An address looks like name@example.com.");
  expect(await wrong("nia+1@firm.example")).toContain("Leave out the plus sign");
  const noName = await pages.visit("/register", { form: { ...form, givenName: " ", address: "x@firm.example" } });
  expect([noName.status, noName.body.includes("Fill this in.")]).toEqual([422, true]);
});
