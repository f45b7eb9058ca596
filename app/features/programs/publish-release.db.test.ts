import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { releaseParts, releases } from "#app/platform/db.server.ts";
import { copyProgram, type ProgramCopy, validProgram } from "#tests/fixtures/content/copy-program.ts";
import { testDatabase } from "#tests/setup-database.ts";
import { compileProgram } from "./compile-program.server.ts";
import { findCurrentRelease } from "./find-current-release.server.ts";
import { getLesson } from "./get-lesson.server.ts";
import { getRelease } from "./get-release.server.ts";
import { getScenario } from "./get-scenario.server.ts";
import { getStory } from "./get-story.server.ts";
import { lessonTags, lessonWidgets } from "./lesson-widgets.ts";
import { listItems } from "./list-items.server.ts";
import { listScenarios } from "./list-scenarios.server.ts";
import { publishAgain } from "./publish-again.server.ts";
import { publishRelease } from "./publish-release.server.ts";
import type { Item, Lesson, Replay, Scenario, Story } from "./release-content.ts";
import { releaseId } from "./release-id.server.ts";

async function compiled(folder = validProgram) {
  const { release, problems } = await compileProgram(folder);
  expect(problems).toEqual([]);
  if (!release) throw new Error("The program has no problem and no release.");
  return { ...release, publishedBy: "test" };
}
const at = (now: number) => ({ now: () => now });
const edition = { programId: "harbour-rules", editionId: "2011-07" };

test("the same content published twice is one release, and the second time nothing is written", async () => {
  await using db = await testDatabase();
  const first = await compiled();
  const second = await compiled();
  expect(second.id).toBe(first.id);
  expect(await publishRelease({ db, clock: at(1000) }, first)).toEqual({
    created: true,
    publishedAt: 1000,
    currentId: first.id,
  });
  const stored = [await db.read.select().from(releases), await db.read.select().from(releaseParts)];
  expect(await publishRelease({ db, clock: at(2000) }, second)).toEqual({
    created: false,
    publishedAt: 1000,
    currentId: first.id,
  });
  expect([await db.read.select().from(releases), await db.read.select().from(releaseParts)]).toEqual(stored);
  expect(stored[1]).toHaveLength(3 + 4 + 8 + 2 + 1 + 1);
});

test("two who publish at the same moment store one release", async () => {
  await using db = await testDatabase();
  const release = await compiled();
  const done = await Promise.all([1, 2, 3].map((now) => publishRelease({ db, clock: at(now) }, release)));
  expect(done.filter(({ created }) => created)).toHaveLength(1);
  expect(await db.read.select().from(releaseParts)).toHaveLength(19);
});

const rewritten: [string, (program: ProgramCopy) => void][] = [
  [
    "with line ends of Windows",
    (program) => {
      for (const file of ["program.yaml", "modules/01-bound.mdx", "modules/02-new-business.mdx", "items/all.yaml"])
        program.write(file, `\ufeff${program.read(file).replaceAll("\n", "\r\n")}`);
    },
  ],
  [
    "with its files under other names, so in another order",
    (program) => {
      program.write("modules/zz.mdx", program.read("modules/01-bound.mdx"));
      program.remove("modules/01-bound.mdx");
      program.write("scenarios/zz.yaml", program.read("scenarios/01-bound.yaml"));
      program.remove("scenarios/01-bound.yaml");
    },
  ],
  [
    "with its items in two files, last first, and keys in another order",
    (program) => {
      const { items } = parse(program.read("items/all.yaml")) as { items: Record<string, unknown>[] };
      const turned = items.reverse().map((item) => Object.fromEntries(Object.entries(item).reverse()));
      program.write("items/all.yaml", stringify({ items: turned.slice(0, 2) }));
      program.write("items/more.yaml", stringify({ items: turned.slice(2) }));
    },
  ],
  [
    "with its paragraphs wrapped elsewhere",
    (program) => {
      const text = program.read("modules/01-bound.mdx");
      program.write("modules/01-bound.mdx", text.replace("want it,\nand", "want\nit, and"));
    },
  ],
];

test.each(rewritten)("the program %s is the same release", async (_, rewrite) => {
  using program = copyProgram();
  rewrite(program);
  expect((await compiled(program.folder)).id).toBe((await compiled()).id);
});

test.each([
  ["program.yaml", "Harbour Rules", "Port Rules"],
  ["editions/2011-07.yaml", "every rep and every", "each rep and each"],
  ["modules/01-bound.mdx", "Keep this lesson short.", "Keep this lesson long."],
  ["scenarios/01-bound.yaml", "about an hour", "about one hour"],
  ["items/all.yaml", "different people.", "other people."],
  ["partner-items/all.yaml", "different people.", "other people."],
  ["stories/west-pier.yaml", "half an hour of work", "an hour of work"],
])("a change in %s is another release", async (file, find, put) => {
  using program = copyProgram();
  expect(program.read(file)).toContain(find);
  program.write(file, program.read(file).replace(find, put));
  expect((await compiled(program.folder)).id).not.toBe((await compiled()).id);
});

test("what is stored has the hash that it is stored under", async () => {
  await using db = await testDatabase();
  const release = await compiled();
  await publishRelease({ db, clock: at(1000) }, release);
  const [row] = await db.read.select().from(releases);
  const parts = await db.read.select().from(releaseParts).orderBy(releaseParts.kind, releaseParts.position);
  const of = <T>(kind: string) => parts.filter((part) => part.kind === kind).map(({ body }) => body as T);
  if (!row) throw new Error("The release is not stored.");
  const { programId, editionId, summary } = row;
  const content = { programId, editionId, summary, modules: of<Lesson>("module") };
  const questions = {
    scenarios: of<Scenario>("scenario"),
    items: of<Item>("item"),
    partnerItems: of<Item>("partner_item"),
  };
  const [story] = of<Story>("story");
  expect(releaseId({ ...content, ...questions, story: story ?? null, replays: of<Replay>("replay") })).toBe(row.id);
});

test("the stored tree holds texts, allowed elements and widgets, and nothing else", async () => {
  await using db = await testDatabase();
  await publishRelease({ db, clock: at(1000) }, await compiled());
  const rows = await db.read.select().from(releaseParts);
  const seen = new Set<string>();
  const look = (node: unknown) => {
    if (typeof node === "string") return;
    const { tag, widget, props, children, ...rest } = node as Record<string, unknown>;
    expect(rest).toEqual({});
    seen.add(String(tag ?? widget));
    const allowed = tag ? lessonTags[String(tag)] : Object.keys(lessonWidgets[String(widget)]?.attributes ?? {});
    for (const [name, value] of Object.entries((props ?? {}) as Record<string, unknown>)) {
      expect(allowed).toContain(name);
      expect(typeof value).toBe("string");
    }
    for (const child of (children ?? []) as unknown[]) look(child);
  };
  for (const { kind, body } of rows) if (kind === "module") for (const node of (body as Lesson).body) look(node);
  expect([...seen].filter((name) => !(name in lessonTags) && !(name in lessonWidgets))).toEqual([]);
  expect(seen).toContain("AuthorNote");
});

test("lessons, scenarios and items are read as they were compiled, in their order", async () => {
  await using db = await testDatabase();
  const { id, content, ...by } = await compiled();
  await publishRelease({ db, clock: at(1000) }, { id, content, ...by });
  expect(await getRelease(db, id)).toEqual({ id, ...edition, publishedAt: 1000, summary: content.summary });
  const lesson = await getLesson(db, id, "new-business");
  expect(lesson).toEqual(content.modules[1]);
  expect(lesson).toMatchObject({ order: 2, minutes: 2, scenarios: ["north-mole", "south-mole"], teaches: ["ROE-2.1"] });
  expect((await listScenarios(db, id, "new-business")).map((one) => one.id)).toEqual(["north-mole", "south-mole"]);
  const ordering = await getScenario(db, id, "south-mole");
  expect(ordering.choices.map((choice) => [choice.id, choice.correct])).toEqual([
    ["a", true],
    ["b", true],
    ["c", true],
  ]);
  const items = await listItems(db, id);
  expect(items.map((item) => item.id)).toEqual([
    "anchor-lines",
    "bell-buoy",
    "crane-yard",
    "dry-dock",
    "gale-warning",
    "hull-works",
    "ebb-tide",
    "fog-horn",
  ]);
  expect(items.filter((item) => item.mustPass).map((item) => item.clause)).toEqual(Array(4).fill("ROE-1.2"));
  expect(items[0]).toEqual(content.items[0]);
});

test("what is remembered cannot be changed, and is read anew from another database", async () => {
  await using db = await testDatabase();
  await using other = await testDatabase();
  const release = await compiled();
  await publishRelease({ db, clock: at(1000) }, release);
  const [item] = await listItems(db, release.id);
  expect(() => item?.choices.reverse()).toThrow(TypeError);
  await expect(getRelease(other, release.id)).rejects.toMatchObject({ code: "not-found" });
  expect(await listItems(other, release.id)).toEqual([]);
  await publishRelease({ db: other, clock: at(5000) }, release);
  expect((await getRelease(other, release.id)).publishedAt).toBe(5000);
  expect(await listItems(other, release.id)).toHaveLength(8);
});

test("the current release is the newest, or the one that was at an instant", async () => {
  await using db = await testDatabase();
  using program = copyProgram();
  program.write("program.yaml", program.read("program.yaml").replace("Harbour Rules", "Port Rules"));
  const older = await compiled();
  const newer = await compiled(program.folder);
  expect(await findCurrentRelease(db.read, edition)).toBeNull();
  await publishRelease({ db, clock: at(1000) }, older);
  expect((await findCurrentRelease(db.read, edition))?.id).toBe(older.id);
  await publishRelease({ db, clock: at(2000) }, newer);
  const id = async (when?: number) => (await findCurrentRelease(db.read, { ...edition, at: when }))?.id;
  expect([await id(), await id(2000), await id(1999), await id(1000), await id(999)]).toEqual([
    newer.id,
    newer.id,
    older.id,
    older.id,
    undefined,
  ]);
  expect(await findCurrentRelease(db.read, { ...edition, editionId: "2012-01" })).toBeNull();
  expect(await publishRelease({ db, clock: at(3000) }, older)).toEqual({
    created: false,
    publishedAt: 1000,
    currentId: newer.id,
  });
});

test("content that was changed and changed back comes into force once more under another id", async () => {
  await using db = await testDatabase();
  using program = copyProgram();
  program.write("program.yaml", program.read("program.yaml").replace("Harbour Rules", "Port Rules"));
  const first = await compiled();
  await publishRelease({ db, clock: at(1000) }, first);
  await publishRelease({ db, clock: at(2000) }, await compiled(program.folder));
  const again = await publishAgain({ db, clock: at(3000) }, first);
  expect(again).not.toBe(first.id);
  expect(await findCurrentRelease(db.read, edition)).toMatchObject({ id: again, summary: { title: "Harbour Rules" } });
  expect(await getLesson(db, again, "new-business")).toEqual(await getLesson(db, first.id, "new-business"));
});

test("a lesson or scenario that is not in the release is not found", async () => {
  await using db = await testDatabase();
  const release = await compiled();
  await publishRelease({ db, clock: at(1000) }, release);
  await expect(getLesson(db, release.id, "other")).rejects.toMatchObject({ code: "not-found" });
  await expect(getScenario(db, release.id, "other")).rejects.toMatchObject({ code: "not-found" });
  await expect(getStory(db, release.id, "other")).rejects.toMatchObject({ code: "not-found" });
  await expect(getScenario(db, "other", "quay-nine")).rejects.toMatchObject({ code: "not-found" });
});
