import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { setPassword } from "#app/features/accounts/set-password.server.ts";
import { signInLimits } from "#app/features/accounts/sign-in-throttle.server.ts";
import { people, sessions } from "#app/platform/db.server.ts";
import { handClock } from "./learning-walk.ts";
import { makePages, type Pages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const password = "a long and quiet password";

async function enter(
  pages: Pages,
  login: string,
  given: { password?: string; address?: string; cookie?: string } = {},
) {
  const { password: typed = password, ...visit } = given;
  return pages.visit("/sign-in", { ...visit, form: { login, password: typed, next: "" } });
}

test("sign-in by employee id or mail; a shared mail address signs nobody in", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await using pages = await makePages(db);
  const rep = await makePerson(db, { employeeId: "E-1", emailKey: "one@reps.example.com" });
  const twin = await makePerson(db, { employeeId: "E-2", emailKey: "two@reps.example.com" });
  const shared = await makePerson(db, { employeeId: "E-3", emailKey: "two@reps.example.com" });
  for (const person of [rep, twin, shared])
    await setPassword(pages.app, { personId: person.id, password, mustChange: false });
  expect((await enter(pages, "E-1")).location).toBe("/");
  expect((await enter(pages, " One@Reps.Example.com ")).location).toBe("/");
  expect((await enter(pages, "two@reps.example.com")).status).toBe(401);
  expect((await enter(pages, "E-2")).location).toBe("/");
  const wrong = await enter(pages, "E-1", { password: "something else entirely" });
  const unknown = await enter(pages, "E-9");
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect(wrong.body.replaceAll("E-1", "E-9")).toBe(unknown.body);
});

test("a sign-in rotates the session, and only hashes are stored", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await using pages = await makePages(db);
  const rep = await makePerson(db, { employeeId: "E-1" });
  await setPassword(pages.app, { personId: rep.id, password, mustChange: false });
  const first = (await enter(pages, "E-1")).cookie;
  const second = (await enter(pages, "E-1", { cookie: first })).cookie;
  expect(second).not.toBe(first);
  expect((await pages.visit("/program", { cookie: first })).status).toBe(302);
  expect((await pages.visit("/program", { cookie: second })).status).toBe(200);
  const stored = await db.read.select({ id: sessions.id }).from(sessions);
  expect(stored).toHaveLength(1);
  expect(second).not.toContain(stored[0]?.id);
  await pages.visit("/sign-out", { cookie: second, form: {} });
  expect((await pages.visit("/program", { cookie: second })).status).toBe(302);
});

test("a new password ends every session but the one that set it", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await using pages = await makePages(db);
  const rep = await makePerson(db, { employeeId: "E-1" });
  await setPassword(pages.app, { personId: rep.id, password, mustChange: true });
  const here = (await enter(pages, "E-1")).cookie;
  const elsewhere = (await enter(pages, "E-1")).cookie;
  expect((await pages.visit("/program", { cookie: here })).location).toBe("/account/password");
  expect((await pages.visit("/", { cookie: here })).location).toBe("/account/password");
  const next = "another long and quiet one";
  const change = (current: string) =>
    pages.visit("/account/password", { cookie: here, form: { current, next, repeat: next } });
  expect((await change("not the present one")).status).toBe(422);
  const changed = await change(password);
  expect(changed.status).toBe(302);
  expect((await pages.visit("/program", { cookie: here })).location).toMatch(/^\/sign-in/);
  expect((await pages.visit("/program", { cookie: elsewhere })).location).toMatch(/^\/sign-in/);
  expect((await pages.visit("/program", { cookie: changed.cookie })).status).toBe(200);
  expect((await enter(pages, "E-1")).status).toBe(401);
});

test("who leaves is out from that instant, signed in or not", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  const clock = handClock(1_000_000_000_000);
  await using pages = await makePages(db, { clock });
  const rep = await makePerson(db, { employeeId: "E-1" });
  await setPassword(pages.app, { personId: rep.id, password, mustChange: false });
  const { cookie } = await enter(pages, "E-1");
  await db.write(async (tx) => {
    await tx
      .update(people)
      .set({ leftAt: clock.now() + 1000 })
      .where(eq(people.id, rep.id));
  });
  clock.pass(999);
  expect((await pages.visit("/program", { cookie })).status).toBe(200);
  clock.pass(1);
  expect((await pages.visit("/program", { cookie })).location).toMatch(/^\/sign-in/);
  expect((await enter(pages, "E-1")).status).toBe(401);
});

test("guessing is paused, and the owner at a known address is not locked out", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  const clock = handClock(1_000_000_000_000);
  await using pages = await makePages(db, { clock });
  const rep = await makePerson(db, { employeeId: "E-1" });
  await setPassword(pages.app, { personId: rep.id, password, mustChange: false });
  expect((await enter(pages, "E-1", { address: "10.1.1.1" })).location).toBe("/");

  const guess = (address: string) => enter(pages, "E-1", { password: "guess guess guess", address });
  const { pair, account } = signInLimits;
  const atOnce = await Promise.all(Array.from({ length: pair.most + 4 }, () => guess("10.2.2.2")));
  expect(atOnce.filter((answer) => answer.status === 401)).toHaveLength(pair.most);
  expect((await enter(pages, "E-1", { address: "10.2.2.2" })).status).toBe(429);

  for (let n = 0; n < account.most; n++) await guess(`10.3.${Math.floor(n / 5)}.${n % 5}`);
  expect((await enter(pages, "E-1", { address: "10.9.9.9" })).status).toBe(429);
  expect((await enter(pages, "E-1", { address: "10.1.1.1" })).location).toBe("/");
  clock.pass(Math.max(pair.durationMs, account.durationMs));
  expect((await enter(pages, "E-1", { address: "10.2.2.2" })).location).toBe("/");
});

test("the way back after signing in never leaves the site", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await using pages = await makePages(db);
  const rep = await makePerson(db, { employeeId: "E-1" });
  await setPassword(pages.app, { personId: rep.id, password, mustChange: false });
  const to = async (next: string) =>
    (await pages.visit("/sign-in", { form: { login: "E-1", password, next } })).location;
  expect(await to("/deals?x=1")).toBe("/deals?x=1");
  for (const next of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "deals",
    "/\t/evil.example",
  ])
    expect(await to(next), next).toMatch(/^\/(?!\/)/);
});
