import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, type Database, invitations, people, roleGrants } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { comeIn, latestToken, makeCoordinator, makeFirm, makePartner } from "./make-firms.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

async function makeOffice(db: Database) {
  const office = await makePerson(db, { kind: "staff", givenName: "Olga", familyName: "Office" });
  const grant = { id: newId(), personId: office.id, role: "program_office" as const, grantedAt: 0, grantedBy: "test" };
  await db.write(async (tx) => void (await tx.insert(roleGrants).values({ ...grant, revokedAt: null })));
  return office;
}

const invitationOf = async (db: Database, address: string) =>
  (await db.read.select().from(invitations).where(eq(invitations.address, address)))[0]?.id ?? "";

test("a coordinator invites, the invited come in by the page, and the link opens once", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await using pages = await makePages(db);
  const firm = await makeFirm(db, { name: "Nordhavn IT" });
  const cookie = await pages.signedIn((await makeCoordinator(db, firm.id)).id);
  const invite = (addresses: string) => pages.visit("/firm", { cookie, form: { intent: "invite", addresses } });
  const wrong = await invite("ada@x.example\nnobody");
  expect([wrong.status, wrong.body.includes("These are no e-mail addresses: nobody.")]).toEqual([422, true]);
  expect((await invite("")).status).toBe(422);
  const sent = await invite("Ada Lovelace <ada@x.example>; bo@x.example");
  expect(sent.location).toBe("/firm?done=invited&invited=2");
  expect((await invite("ada@x.example")).location).toBe("/firm?done=invited&before=1");
  const page = await pages.visit("/firm", { cookie });
  for (const part of ["Nordhavn IT", "Ada Lovelace", "bo@x.example", "Invited", "Send again"])
    expect(page.body).toContain(part);

  const url = `/join/${await latestToken(db)}`;
  const form = { givenName: "Bo", familyName: "Berg", country: "DK", timeZone: "Europe/Copenhagen", language: "da" };
  expect((await pages.visit(url)).body).toContain("You are invited to Nordhavn IT.");
  const bad = await pages.visit(url, { form: { ...form, country: "XX", password: "short", repeat: "short" } });
  expect(bad.status).toBe(422);
  for (const part of ["Choose a country of the list.", "Take at least 12 characters.", 'value="Berg"'])
    expect(bad.body).toContain(part);
  const password = { password: "correct horse battery", repeat: "correct horse battery" };
  const joined = await pages.visit(url, { form: { ...form, ...password } });
  expect([joined.status, joined.location]).toEqual([302, "/"]);
  expect((await pages.visit("/", { cookie: joined.cookie })).body).toContain("Bo Berg");
  expect((await pages.visit(url, { cookie: joined.cookie })).location).toBe("/");
  const again = await pages.visit(url, { form: { ...form, ...password } });
  expect([again.status, again.body.includes("This link has been used")]).toEqual([410, true]);
  expect((await pages.visit("/join/nonsense")).status).toBe(404);
  const entered = await pages.visit("/sign-in", { form: { login: "BO@x.example", password: password.password } });
  expect(entered.location).toBe("/");
  const csv = await pages.visit("/firm.csv?state=joined", { cookie });
  expect(csv.body).toContain("Bo Berg,bo@x.example,,DK,,joined,,no,0,");
  expect(csv.body).not.toContain("ada@x.example");
});

test("coordinators reach their firm alone, from the next request after a move or a revocation", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await using pages = await makePages(db);
  const [own, other] = [await makeFirm(db, { name: "Own Firm" }), await makeFirm(db, { name: "Secret Firm" })];
  const coordinator = await makeCoordinator(db, own.id);
  const rival = await makeCoordinator(db, other.id);
  const stranger = await makePartner(db, { firmId: other.id, familyName: "Secretson", email: "s@secret.example" });
  await db.write(
    async (tx) => void (await tx.update(people).set({ givenName: "=cmd()" }).where(eq(people.id, coordinator.id))),
  );
  const cookie = await pages.signedIn(coordinator.id);
  const rivals = await pages.signedIn(rival.id);
  await pages.visit("/firm", { cookie: rivals, form: { intent: "invite", addresses: "x@secret.example" } });
  const foreign = await invitationOf(db, "x@secret.example");
  const token = await latestToken(db);

  for (const url of ["/firm", "/firm.csv", "/firm?q=secret", `/firm?firm=${other.id}`])
    expect((await pages.visit(url, { cookie })).body).not.toMatch(/Secretson|Secret Firm|secret\.example/);
  expect((await pages.visit("/firm.csv", { cookie })).body).toContain("'=cmd()");
  for (const intent of ["resend", "revoke"]) {
    const answer = await pages.visit("/firm", { cookie, form: { intent, invitation: foreign, firm: other.id } });
    expect(answer.location).toBe("/firm?done=gone");
  }
  expect((await pages.visit("/firm", { cookie, form: { intent: "appoint", person: stranger.id } })).status).toBe(422);
  for (const url of [`/program-office/firms/${other.id}`, "/program-office/firms", "/team", "/team/people.csv"])
    expect((await pages.visit(url, { cookie })).status, url).toBe(403);
  expect("cookie" in (await comeIn(pages.app, token))).toBe(true);

  const set = (change: Partial<typeof people.$inferInsert>) =>
    db.write(async (tx) => void (await tx.update(people).set(change).where(eq(people.id, coordinator.id))));
  await set({ firmId: other.id });
  expect((await pages.visit("/firm", { cookie })).body).not.toContain("Own Firm");
  await set({ firmId: null });
  expect((await pages.visit("/firm", { cookie })).status).toBe(404);
  await set({ firmId: own.id });
  await db.write(async (tx) => void (await tx.update(roleGrants).set({ revokedAt: 1 })));
  expect((await pages.visit("/firm", { cookie })).status).toBe(403);
});

test("the program office adds a firm, names its coordinator, and links who came in without the feed", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await using pages = await makePages(db);
  const cookie = await pages.signedIn((await makeOffice(db)).id);
  await makeFirm(db, { externalId: "TAKEN", domains: ["taken.example"] });
  const values = { external_id: "N-1", name: "Nordhavn IT", country: "DK", tier: "gold", closed_on: "" };
  const add = (change: Record<string, string>) =>
    pages.visit("/program-office/firms", { cookie, form: { ...values, domains: "", ...change } });
  expect((await add({ domains: "gmail.com" })).body).toContain("Anybody can have an address");
  expect((await add({ domains: "taken.example" })).body).toContain("taken.example is a domain of another firm");
  expect((await add({ external_id: "TAKEN" })).status).toBe(409);
  const added = await add({ domains: "Nordhavn.example; BÜCHER.example" });
  const url = added.location.replace("?done=saved", "");
  expect(url).toMatch(/^\/program-office\/firms\/[0-9a-f-]{36}$/);
  const firmId = url.split("/").at(-1) ?? "";
  expect((await pages.visit("/program-office/firms?q=nordhavn", { cookie })).body).toContain("xn--bcher-kva.example");
  const act = async (form: Record<string, string>) =>
    (await pages.visit(url, { cookie, form })).location.replace(url, "");
  const person = await makePartner(db, { firmId, externalId: null });
  const account = { personId: person.id, passwordHash: "x", mustChange: false, changedAt: 0 };
  await db.write(async (tx) => void (await tx.insert(accounts).values(account)));
  const partner = await pages.signedIn(person.id);
  expect((await pages.visit("/firm", { cookie: partner })).status).toBe(403);
  expect(await act({ intent: "appoint", person: person.id })).toBe("?done=appointed");
  expect(await act({ intent: "appoint", person: person.id })).toBe("?done=appointed");
  expect(await db.read.select().from(roleGrants).where(eq(roleGrants.personId, person.id))).toHaveLength(1);
  expect((await pages.visit("/firm", { cookie: partner })).status).toBe(200);
  expect(await act({ intent: "dismiss", person: person.id })).toBe("?done=dismissed");
  expect((await pages.visit("/firm", { cookie: partner })).status).toBe(403);
  const elsewhere = await makePartner(db, { firmId: (await makeFirm(db)).id });
  expect(await act({ intent: "appoint", person: elsewhere.id })).toBe("?done=gone");
  const taken = elsewhere.externalId ?? "";
  expect(await act({ intent: "link", person: person.id, externalId: taken })).toBe("?done=notLinked");
  expect(await act({ intent: "link", person: person.id, externalId: " P-77 " })).toBe("?done=linked");
  expect(await act({ intent: "link", person: person.id, externalId: "P-78" })).toBe("?done=notLinked");

  const closing = { ...values, intent: "save", domains: "nordhavn.example", closed_on: "2020-01-01" };
  expect(await act(closing)).toBe("?done=saved");
  const page = await pages.visit(url, { cookie });
  for (const part of ["The firm is closed", 'value="2020-01-01"', "P-77"]) expect(page.body).toContain(part);
  expect(await act({ intent: "invite", addresses: "new@x.example" })).toBe("?done=gone");
});
