import { expect, test } from "vitest";
import { copyProgram, validProgram } from "#tests/fixtures/content/copy-program.ts";
import { testDatabase } from "#tests/setup-database.ts";
import { compileProgram } from "./compile-program.server.ts";
import { getLesson } from "./get-lesson.server.ts";
import { getRelease } from "./get-release.server.ts";
import { getStory } from "./get-story.server.ts";
import { listItems } from "./list-items.server.ts";
import { listPartnerItems } from "./list-partner-items.server.ts";
import { listScenarios } from "./list-scenarios.server.ts";
import { publishRelease } from "./publish-release.server.ts";

async function compiled(folder = validProgram) {
  const { release, problems } = await compileProgram(folder);
  expect(problems).toEqual([]);
  if (!release) throw new Error("The program has no problem and no release.");
  return { ...release, publishedBy: "test" };
}
const at = (now: number) => ({ now: () => now });

test("lessons for managers stand beside the path, and are read like the others", async () => {
  await using db = await testDatabase();
  const release = await compiled();
  await publishRelease({ db, clock: at(1000) }, release);
  const { summary } = await getRelease(db, release.id);
  expect(summary.modules.map(({ id }) => id)).toEqual(["who-is-bound", "new-business"]);
  expect(summary.managerModules).toMatchObject([{ id: "your-team", order: 1, scenarios: ["east-gate"] }]);
  expect(await getLesson(db, release.id, "your-team")).toMatchObject({ audience: "managers", order: 1 });
  expect(await getLesson(db, release.id, "who-is-bound")).toMatchObject({ audience: "everyone" });
  expect((await listScenarios(db, release.id, "your-team")).map(({ id }) => id)).toEqual(["east-gate"]);
});

test("the story and the partners' items are read as they were compiled", async () => {
  await using db = await testDatabase();
  const release = await compiled();
  await publishRelease({ db, clock: at(1000) }, release);
  const { summary } = await getRelease(db, release.id);
  const story = await getStory(db, release.id, "west-pier");
  expect(story).toEqual(release.content.story);
  expect(story.scenes[0]?.choices.map(({ clauses }) => clauses)).toEqual([["ROE-2.1"], ["ROE-2.1", "ROE-1.1"]]);
  expect(summary.story).toEqual({
    id: "west-pier",
    title: "The crane at West Pier",
    summary: "A deal from the first call to its end, in six scenes.",
    minutes: 7,
    clauses: ["ROE-1.1", "ROE-1.2", "ROE-2.1"],
  });
  expect(summary).toMatchObject({
    testOut: { items: 2 },
    boosters: { days: [30, 90], scenarios: 2 },
    partnerCheck: { id: "partner-check", items: 2, passMark: 0.5 },
  });
  const items = await listPartnerItems(db, release.id);
  expect(items.map(({ id, mustPass }) => [id, mustPass])).toEqual([
    ["inner-harbour", true],
    ["jetty-foods", true],
  ]);
  expect((await listItems(db, release.id)).map(({ id }) => id)).not.toContain("inner-harbour");
});

test("a program may do without a story, partners' items and what comes after", async () => {
  using program = copyProgram();
  program.remove("stories/west-pier.yaml");
  program.remove("partner-items/all.yaml");
  program.remove("modules/03-team.mdx");
  program.remove("scenarios/03-team.yaml");
  const settings = program.read("program.yaml");
  program.write("program.yaml", settings.replace(/^testOut:.*\nboosters:.*\npartnerCheck:\n( {2}.*\n)+/m, ""));
  const { content } = await compiled(program.folder);
  expect(content).toMatchObject({ story: null, partnerItems: [] });
  expect(content.summary).toMatchObject({
    managerModules: [],
    story: null,
    testOut: null,
    boosters: null,
    partnerCheck: null,
  });
});
