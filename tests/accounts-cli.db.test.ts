import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Command, CommandInput } from "#app/cli/command.ts";
import { accountsGrantCommand } from "#app/cli/commands/accounts-grant.ts";
import { accountsRevokeCommand } from "#app/cli/commands/accounts-revoke.ts";
import { getPersonByLogin } from "#app/features/access/get-person-by-login.server.ts";
import { listRoles } from "#app/features/access/list-roles.server.ts";
import { passwordMatches } from "#app/features/accounts/password.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import { accounts, roleGrants } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { recordOutput } from "./fixtures/content/record-output.ts";
import { makePerson } from "./make-people.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

function runner(db: TestDatabase) {
  return async (command: Command, employeeId: string, values: CommandInput["values"]) => {
    const { output, lines } = recordOutput();
    const app = async () => ({ db, clock: systemClock, env: readEnv({}), log: createLogger("silent") });
    return { code: await command.run({ positionals: [employeeId], values, output, app }), lines };
  };
}

test("a role is given once, taken away, and given again; every grant is kept", async () => {
  await using db = await testDatabase();
  const run = runner(db);
  const person = await makePerson(db, { kind: "staff", employeeId: "S-7", givenName: "Ines", familyName: "Okoro" });
  const roles = () => listRoles(db.read, { person, now: Date.now() });
  const [role, by] = ["auditor", "The board"];
  const granted = await run(accountsGrantCommand, "S-7", { role, by });
  expect(granted).toEqual({ code: 0, lines: ["Ines Okoro (S-7) has the role auditor now."] });
  expect(await roles()).toEqual(["auditor"]);
  await expect(run(accountsGrantCommand, "S-7", { role, by })).rejects.toThrow("has this role already");
  await run(accountsRevokeCommand, "S-7", { role });
  expect(await roles()).toEqual([]);
  await expect(run(accountsRevokeCommand, "S-7", { role })).rejects.toThrow("does not have this role");
  await run(accountsGrantCommand, "S-7", { role, by });
  const grants = await db.read.select().from(roleGrants);
  expect(grants.map((grant) => [grant.grantedBy, grant.revokedAt === null]).sort()).toEqual([
    ["The board", false],
    ["The board", true],
  ]);
});

test("of two who grant the same role at once, one is told that it is there already", async () => {
  await using db = await testDatabase();
  const run = runner(db);
  await makePerson(db, { employeeId: "S-7" });
  const values = { role: "auditor", by: "The board" };
  const both = await Promise.allSettled([1, 2].map(() => run(accountsGrantCommand, "S-7", values)));
  expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.read.select().from(roleGrants)).toHaveLength(1);
});

test("a grant needs a known person, a known role and somebody who decided it", async () => {
  await using db = await testDatabase();
  const run = runner(db);
  await makePerson(db, { employeeId: "S-7" });
  const refused = (employeeId: string, values: CommandInput["values"]) =>
    expect(run(accountsGrantCommand, employeeId, values)).rejects;
  await refused("S-8", { role: "auditor", by: "x" }).toThrow("Nobody has the employee id S-8");
  await refused("S-7", { role: "king", by: "x" }).toThrow("--role program_office or --role auditor");
  await refused("S-7", { role: "auditor", by: "  " }).toThrow("--by");
  expect(await db.read.select().from(roleGrants)).toEqual([]);
});

test("a sign-in name means one person who is here", async () => {
  await using db = await testDatabase();
  const ada = await makePerson(db, { employeeId: "E-1", emailKey: "ada@example.com" });
  const partner = await makePerson(db, { kind: "partner", employeeId: null, externalId: "P-1", emailKey: "two@x.com" });
  await makePerson(db, { employeeId: "E-2", emailKey: "two@x.com" });
  await makePerson(db, { employeeId: "E-3", leftAt: 1 });
  const find = (login: string) => getPersonByLogin(db.read, { login, now: Date.now() });
  expect((await find(" E-1 ")).id).toBe(ada.id);
  expect((await find("ADA@example.com")).id).toBe(ada.id);
  expect((await find("P-1")).id).toBe(partner.id);
  await expect(find("E-3")).rejects.toThrow("Nobody who is here now");
  await expect(find("E-9")).rejects.toThrow("Nobody who is here now");
  await expect(find("two@x.com")).rejects.toThrow("Several people share");
});

const slowStarts = 120_000;

test("a piped password is set as it is, one that is too short is not, and one made here has to be changed", {
  timeout: slowStarts,
}, async () => {
  await using db = await testDatabase();
  const person = await makePerson(db, { employeeId: "E-1" });
  const account = async () => (await db.read.select().from(accounts).where(eq(accounts.personId, person.id)))[0];

  expect((await setPassword(db, "short\n")).stderr).toContain("12 to 200 characters");
  expect(await account()).toBeUndefined();

  const piped = await setPassword(db, "correct horse battery\n");
  expect(piped).toMatchObject({ code: 0, stderr: "" });
  expect(piped.stdout).not.toContain("correct horse");
  expect((await account())?.mustChange).toBe(false);
  expect(await passwordMatches((await account())?.passwordHash ?? null, "correct horse battery")).toBe(true);

  const { oneTimePassword } = JSON.parse((await setPassword(db, "")).stdout);
  expect(oneTimePassword).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  expect((await account())?.mustChange).toBe(true);
  expect(await passwordMatches((await account())?.passwordHash ?? null, oneTimePassword)).toBe(true);
});

/** As an operator runs it: what it reads is the standard input of its own process. */
async function setPassword(db: TestDatabase, piped: string) {
  const env = { ...process.env, DATABASE_URL: db.url };
  const args = ["app/cli/cleared.ts", "accounts", "set-password", "E-1", "--json"];
  const child = spawn(process.execPath, args, { env });
  child.stdin.end(piped);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}
