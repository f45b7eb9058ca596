import { expect, test } from "vitest";
import type { Command, CommandInput } from "#app/cli/command.ts";
import { holdsLiftCommand } from "#app/cli/commands/holds-lift.ts";
import { holdsPlaceCommand } from "#app/cli/commands/holds-place.ts";
import { overridesGrantCommand } from "#app/cli/commands/overrides-grant.ts";
import { standingCommand } from "#app/cli/commands/standing.ts";
import { wavesAddCommand } from "#app/cli/commands/waves-add.ts";
import { wavesListCommand } from "#app/cli/commands/waves-list.ts";
import { wavesWithdrawCommand } from "#app/cli/commands/waves-withdraw.ts";
import { roleGrants } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { recordOutput } from "./fixtures/content/record-output.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const now = Date.UTC(2011, 10, 20);

function runner(db: TestDatabase) {
  return async (command: Command, positionals: string[], values: CommandInput["values"] = {}) => {
    const { output, lines, records } = recordOutput();
    const app = async () => ({ db, clock: { now: () => now }, env: readEnv({}), log: createLogger("silent") });
    const code = await command.run({ positionals, values, output, app });
    return { code, lines, records, record: records.at(-1) };
  };
}

const november = {
  edition: "2011-07",
  countries: "us,ca",
  effective: "2011-11-01",
  mode: "enforce",
  "grace-days": "14",
  by: "Office",
};

test("waves are added, listed and withdrawn", async () => {
  await using db = await testDatabase();
  const run = runner(db);
  expect((await run(wavesListCommand, [])).lines).toEqual(["There is no wave: nobody needs a certification yet."]);
  await expect(run(wavesAddCommand, [], november)).rejects.toThrow("Edition 2011-07 is not published.");
  await makeRelease(db);
  const added = await run(wavesAddCommand, [], november);
  const id = added.record?.id;
  expect(added).toMatchObject({
    code: 0,
    lines: [
      "Edition 2011-07 takes effect for rep in CA, US.",
      "From 2011-11-01T00:00:00.000Z, with grace until 2011-11-15T00:00:00.000Z.",
      "That is in the past: it is in force now.",
      `Its id is ${id}.`,
    ],
    record: { type: "wave-added", countries: ["CA", "US"], effectiveAt: Date.UTC(2011, 10, 1), graceDays: 14 },
  });
  const everywhere = {
    ...november,
    countries: "all",
    mode: "shadow",
    kinds: "rep, staff",
    effective: "2012-01-01T00:00:00+01:00",
  };
  await run(wavesAddCommand, [], { ...everywhere, by: undefined });
  expect((await run(wavesWithdrawCommand, [String(id)])).lines).toEqual(["The wave of edition 2011-07 is withdrawn."]);
  const { lines, records } = await run(wavesListCommand, []);
  expect(lines.map((line) => line.replace(/^\S+ {2}/, ""))).toEqual([
    "2011-07  shadow from 2011-12-31T23:00:00.000Z, 14 days of grace, rep,staff in every country",
    "2011-07  enforce since 2011-11-01T00:00:00.000Z, 14 days of grace, rep in CA,US, withdrawn 2011-11-20T00:00:00.000Z",
  ]);
  expect(records.map((record) => record.createdBy)).toEqual([expect.stringMatching(/^account /), "Office"]);
});

test("a hold is placed and lifted, and the standing says so", async () => {
  await using db = await testDatabase();
  const run = runner(db);
  const release = await makeRelease(db);
  const boss = await makePerson(db, { givenName: "Grace", familyName: "Hopper" });
  const rep = await makePerson(db, { managerEmployeeId: boss.employeeId });
  const employeeId = rep.employeeId ?? "";
  await run(wavesAddCommand, [], november);
  const values = { case: "CASE-1", reason: "A complaint.", by: "Desk" };
  const placed = await run(holdsPlaceCommand, [employeeId], values);
  expect(placed.record).toMatchObject({ type: "hold-placed", caseReference: "CASE-1", openedAt: now });
  await expect(run(holdsPlaceCommand, ["00000000"], values)).rejects.toThrow('Nobody has the employee id "00000000".');
  await expect(run(holdsPlaceCommand, [employeeId], { ...values, by: "" })).rejects.toThrow("--by is missing.");
  expect((await run(standingCommand, [employeeId])).lines).toEqual([
    `${employeeId}: deny, as of 2011-11-20T00:00:00.000Z`,
    "  Reasons: ON_HOLD (ROE-8.1)",
    `  Edition: Edition 2011-07 (2011-07), release ${release.id}`,
    "  In force since: 2011-11-01T00:00:00.000Z",
    "  Grace ends: 2011-11-15T00:00:00.000Z",
    "  Who can help: the program office",
    "  Stays so until something is recorded",
  ]);
  const holdId = String(placed.record?.id);
  const lifted = await run(holdsLiftCommand, [holdId], { reason: "Cleared up.", by: "Desk" });
  expect(lifted.lines).toEqual(["The hold for case CASE-1 is lifted since 2011-11-20T00:00:00.000Z."]);
  const { code, lines, record } = await run(standingCommand, [employeeId]);
  expect({ code, type: record?.type }).toEqual({ code: 0, type: "claim-right" });
  expect(lines).toContain("  Reasons: NOT_CERTIFIED (ROE-1.3)");
  expect(lines).toContain("  Left to do: 4 steps, 39 minutes");
  expect(lines).toContain("     25 min  Assessment  /assessment");
  expect(lines).toContain("  Who can help: the manager, Grace Hopper; the program office");
});

test("the standing is told for any instant, and not for a stranger", async () => {
  await using db = await testDatabase();
  const run = runner(db);
  await makeRelease(db);
  const { employeeId } = await makePerson(db);
  await run(wavesAddCommand, [], november);
  const at = (instant: string) => run(standingCommand, [employeeId ?? ""], { at: instant });
  expect((await at("2011-10-31")).record).toMatchObject({
    outcome: "allow",
    upcoming: { editionId: "2011-07", effectiveAt: Date.UTC(2011, 10, 1) },
  });
  expect((await at("2011-11-14T23:59:59.999Z")).record).toMatchObject({ outcome: "allow_in_grace" });
  expect((await at("2011-11-15")).record).toMatchObject({ outcome: "deny" });
  await expect(at("soon")).rejects.toThrow("--at is an instant");
  const stranger = await run(standingCommand, ["00000000"]);
  expect(stranger).toMatchObject({ code: 1, record: { reasons: ["UNKNOWN_PERSON"] } });
});

test("an override is granted by two who may", async () => {
  await using db = await testDatabase();
  const run = runner(db);
  const boss = await makePerson(db);
  const office = await makePerson(db, { kind: "staff" });
  const rep = await makePerson(db, { managerEmployeeId: boss.employeeId });
  const grant = { id: newId(), personId: office.id, role: "program_office" as const, grantedAt: 0, grantedBy: "test" };
  await db.write(async (tx) => void (await tx.insert(roleGrants).values(grant)));
  const approver = [boss.employeeId ?? "", office.employeeId ?? ""];
  const values = { until: "2011-12-01", reason: "It cannot wait.", approver };
  const granted = await run(overridesGrantCommand, [rep.employeeId ?? ""], values);
  expect(granted.lines).toEqual([
    expect.stringMatching(/^Ada Tester \d+ may claim deals until 2011-12-01T00:00:00.000Z\.$/),
  ]);
  expect(granted.record).toMatchObject({ type: "override-granted", approvers: [boss.id, office.id] });
  const again = (given: CommandInput["values"]) =>
    run(overridesGrantCommand, [rep.employeeId ?? ""], { ...values, ...given });
  await expect(again({ approver: approver.slice(1) })).rejects.toThrow("Name two approvers");
  await expect(again({ approver: [boss.employeeId ?? "", boss.employeeId ?? ""] })).rejects.toThrow("different people");
  await expect(again({ until: "2012-12-01" })).rejects.toThrow("at most 30 days");
});
