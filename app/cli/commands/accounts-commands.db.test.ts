import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listRoles } from "#app/features/access/list-roles.server.ts";
import { passwordMatches } from "#app/features/accounts/password.server.ts";
import { accounts, roleGrants } from "#app/platform/db.server.ts";
import { makePerson } from "#tests/make-people.ts";
import { type TestDatabase, testDatabase } from "#tests/setup-database.ts";

type Ended = { code: number | null; stdout: string; stderr: string };

/** The command as an operator runs it, on the test's database. */
async function cleared(db: TestDatabase, args: string[], piped = ""): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: db.url };
  const child = spawn(process.execPath, ["app/cli/cleared.ts", "accounts", ...args], { env });
  child.stdin.end(piped);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

test("a role is given once, taken away, and given again; every grant is kept", async () => {
  await using db = await testDatabase();
  const person = await makePerson(db, { kind: "staff", employeeId: "S-7" });
  const role = ["S-7", "--role", "auditor"];
  expect(await cleared(db, ["grant", ...role, "--by", "The board"])).toMatchObject({ code: 0 });
  expect(await listRoles(db.read, { person, now: Date.now() })).toEqual(["auditor"]);
  const twice = await cleared(db, ["grant", ...role, "--by", "The board"]);
  expect(twice.code).toBe(1);
  expect(twice.stderr).toContain("has this role already");
  expect(await cleared(db, ["revoke", ...role])).toMatchObject({ code: 0 });
  expect(await listRoles(db.read, { person, now: Date.now() })).toEqual([]);
  expect((await cleared(db, ["revoke", ...role])).stderr).toContain("does not have this role");
  expect(await cleared(db, ["grant", ...role, "--by", "The board"])).toMatchObject({ code: 0 });
  const grants = await db.read.select().from(roleGrants);
  expect(grants.map((grant) => [grant.grantedBy, grant.revokedAt === null]).sort()).toEqual([
    ["The board", false],
    ["The board", true],
  ]);
});

test("a grant needs a known person, a known role and somebody who decided it", async () => {
  await using db = await testDatabase();
  await makePerson(db, { employeeId: "S-7" });
  expect(await cleared(db, ["grant", "S-8", "--role", "auditor", "--by", "x"])).toMatchObject({ code: 1 });
  expect(await cleared(db, ["grant", "S-7", "--role", "king", "--by", "x"])).toMatchObject({ code: 2 });
  expect(await cleared(db, ["grant", "S-7", "--role", "auditor"])).toMatchObject({ code: 2 });
  expect(await db.read.select().from(roleGrants)).toEqual([]);
});

test("a piped password is set as it is; one that was made here has to be changed", async () => {
  await using db = await testDatabase();
  const person = await makePerson(db, { employeeId: "E-1", email: "Ada@Example.com", emailKey: "ada@example.com" });
  const account = async () => (await db.read.select().from(accounts).where(eq(accounts.personId, person.id)))[0];

  const piped = await cleared(db, ["set-password", "E-1"], "correct horse battery\n");
  expect(piped).toMatchObject({ code: 0 });
  expect(piped.stdout).not.toContain("correct horse");
  expect((await account())?.mustChange).toBe(false);
  expect(await passwordMatches((await account())?.passwordHash ?? null, "correct horse battery")).toBe(true);

  const made = await cleared(db, ["set-password", "ADA@example.com", "--json"]);
  const { oneTimePassword } = JSON.parse(made.stdout);
  expect(oneTimePassword).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  expect((await account())?.mustChange).toBe(true);
  expect(await passwordMatches((await account())?.passwordHash ?? null, oneTimePassword)).toBe(true);
});

test("no password is set that is too short, for nobody, or for an address that two people share", async () => {
  await using db = await testDatabase();
  await makePerson(db, { employeeId: "E-1", emailKey: "both@example.com" });
  await makePerson(db, { employeeId: "E-2", emailKey: "both@example.com" });
  await makePerson(db, { employeeId: "E-3", leftAt: 1 });
  const password = "correct horse battery\n";
  expect((await cleared(db, ["set-password", "E-1"], "short\n")).stderr).toContain("12 to 200 characters");
  expect((await cleared(db, ["set-password", "E-1"], `${password}${password}`)).stderr).toContain("on one line");
  expect((await cleared(db, ["set-password", "E-9"], password)).stderr).toContain("Nobody who is here now");
  expect((await cleared(db, ["set-password", "E-3"], password)).stderr).toContain("Nobody who is here now");
  expect((await cleared(db, ["set-password", "both@example.com"], password)).stderr).toContain("Several people share");
  expect(await db.read.select().from(accounts)).toEqual([]);
});
