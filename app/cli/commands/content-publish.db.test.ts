import { expect, test } from "vitest";
import { type Database, releaseParts, releases } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { breakProgram } from "#tests/fixtures/content/break-program.ts";
import { copyProgram, validProgram } from "#tests/fixtures/content/copy-program.ts";
import { lessonDefects } from "#tests/fixtures/content/lesson-defects.ts";
import { markupDefects } from "#tests/fixtures/content/markup-defects.ts";
import { programDefects } from "#tests/fixtures/content/program-defects.ts";
import { questionDefects } from "#tests/fixtures/content/question-defects.ts";
import { recordOutput } from "#tests/fixtures/content/record-output.ts";
import { testDatabase } from "#tests/setup-database.ts";
import { contentPublishCommand } from "./content-publish.ts";

async function publish(db: Database, folder: string, now: number) {
  const { output, lines, records } = recordOutput();
  const code = await contentPublishCommand.run({
    positionals: [folder],
    values: {},
    app: async () => ({ db, clock: { now: () => now }, env: readEnv({}), log: createLogger("silent") }),
    output,
  });
  return { code, lines, record: records.at(-1) };
}

test("of a program with any defect, nothing is published", async () => {
  await using db = await testDatabase();
  for (const defect of [...markupDefects, ...lessonDefects, ...questionDefects, ...programDefects]) {
    using program = breakProgram(defect);
    const { code, lines } = await publish(db, program.folder, 1000);
    expect(lines).toContain(program.told);
    expect(code, defect.name).toBe(1);
    expect(await db.read.select({ id: releases.id }).from(releases), defect.name).toEqual([]);
  }
  expect(await db.read.select().from(releaseParts)).toEqual([]);
}, 120_000);

test("published again, the same content says so and is the same release", async () => {
  await using db = await testDatabase();
  const first = await publish(db, validProgram, Date.UTC(2011, 6, 1));
  const [row] = await db.read.select().from(releases);
  expect(row).toMatchObject({ programId: "harbour-rules", editionId: "2011-07", publishedAt: Date.UTC(2011, 6, 1) });
  expect(row?.publishedBy).toMatch(/^account /);
  expect(first).toMatchObject({ code: 0, lines: [`Published release ${row?.id}.`] });
  expect(await publish(db, validProgram, Date.UTC(2011, 7, 1))).toEqual({
    code: 0,
    lines: [`Release ${row?.id} was already published on 2011-07-01T00:00:00.000Z.`],
    record: {
      type: "published",
      releaseId: row?.id,
      created: false,
      publishedAt: Date.UTC(2011, 6, 1),
      currentId: row?.id,
    },
  });
});

test("older content published again does not come into force, and the command says which does", async () => {
  await using db = await testDatabase();
  using program = copyProgram();
  program.write("program.yaml", program.read("program.yaml").replace("Harbour Rules", "Port Rules"));
  await publish(db, validProgram, 1000);
  const newer = await publish(db, program.folder, 2000);
  const again = await publish(db, validProgram, 3000);
  expect(again.lines[1]).toBe(`In force is release ${newer.record?.releaseId}, which was published later.`);
});
