import { expect, test } from "vitest";
import type { Story } from "#app/features/programs/release-content.ts";
import { chooseInStory } from "#app/features/stories/choose-in-story.server.ts";
import { choiceOfToken, presentScene } from "#app/features/stories/present-scene.ts";
import { startStory } from "#app/features/stories/start-story.server.ts";
import { systemClock as clock } from "#app/platform/clock.ts";
import { evidence, storyPlays } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { makePages, type Pages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { makeStory } from "./make-story.ts";
import { playStory } from "./play-story.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const story = makeStory();

async function open(db: TestDatabase, pages: Pages) {
  await makeRelease(db, { story: true });
  const person = await makePerson(db);
  const cookie = await pages.signedIn(person.id);
  const post = (form: Record<string, string>) => pages.visit("/program/story", { cookie, form });
  const see = async (url = "/program/story") => {
    const { status, body } = await pages.visit(url, { cookie });
    return { status, body: body.replaceAll("<!-- -->", "") };
  };
  return { person, cookie, post, see };
}

/** The form of the scene that a page shows, with the choice of this id. */
function formOf(body: string, choiceId: string, personId: string) {
  const value = (name: string) => body.match(new RegExp(`name="${name}" value="([^"]+)"`))?.[1] ?? "";
  const scene = story.scenes.find(({ id }) => id === value("scene")) as Story["scenes"][number];
  const tokens = presentScene(scene, personId).choices.map(({ token }) => token);
  const choice = tokens.find((token) => choiceOfToken(scene, { token, personId }) === choiceId) ?? "";
  return { intent: "choose", play: value("play"), scene: scene.id, choice };
}

/** Texts of the story that a page holds, by the places they belong to. */
function textsIn(body: string): string[] {
  const scenes = story.scenes.flatMap(({ id, title, situation, question, choices }) => [
    ...[title, ...situation.split("\n\n"), question].map((text) => [`scene ${id}`, text] as const),
    ...choices.map(({ text }) => [`scene ${id}`, text] as const),
    ...choices.map(({ consequence }) => [`after ${id}`, consequence] as const),
  ]);
  const endings = story.endings.flatMap(({ id, title, text, lesson }) =>
    [title, text, lesson].map((part) => [`ending ${id}`, part] as const),
  );
  return [...new Set([...scenes, ...endings].filter(([, text]) => body.includes(text)).map(([place]) => place))];
}

test("a story is played page by page, and no page holds what lies ahead", async () => {
  await using db = await testDatabase();
  await using pages = await makePages(db);
  const { person, post, see } = await open(db, pages);
  const intro = await see();
  expect(textsIn(intro.body)).toEqual([]);
  for (const part of [story.title, story.summary, "8 minutes", "A choice cannot be taken back", "kept in your record"])
    expect(intro.body).toContain(part);

  expect((await post({ intent: "start" })).location).toBe("/program/story");
  const first = await see();
  expect(textsIn(first.body)).toEqual(["scene first-call"]);
  expect(first.body).not.toMatch(/"(good|mixed|bad)"|leadsTo/);
  expect((await post(formOf(first.body, "a", person.id))).location).toBe("/program/story");
  const second = await see();
  expect(textsIn(second.body)).toEqual(["scene first-call", "after first-call", "scene meeting"]);
  expect(second.body).toContain("Consequence a of first-call.");
  expect(second.body).not.toMatch(/Consequence [bc]|Choice [bc] of first-call|A partner calls/);
  expect(second.body).toContain('href="/rules/2011-07#ROE-1.1"');

  const { location } = await post(formOf(second.body, "a", person.id));
  const [play] = await db.read.select().from(storyPlays);
  expect(location).toBe(`/program/story?play=${play?.id}`);
  const end = await see(location);
  expect(textsIn(end.body)).toEqual([
    ...["scene first-call", "after first-call", "scene meeting", "after meeting", "ending won"],
  ]);
  for (const part of ["It ended well", "You have found 1 of 3 endings.", "Play again", "Next: Lesson 1"])
    expect(end.body).toContain(part);
  const again = await see();
  expect(textsIn(again.body).filter((place) => place.startsWith("ending"))).toEqual(["ending won"]);
  expect(again.body).toContain("You have brought this story to its end once.");
});

test("stale, empty, edited and foreign posts change nothing and are answered in plain words", async () => {
  await using db = await testDatabase();
  await using pages = await makePages(db);
  const { person, post, see } = await open(db, pages);
  await post({ intent: "start" });
  await post({ intent: "start" });
  const first = await see();
  const form = formOf(first.body, "a", person.id);
  const { choice: _, ...empty } = form;
  const unanswered = await post(empty);
  expect(unanswered.status).toBe(422);
  expect(unanswered.body).toContain("Choose one answer, then decide.");
  expect((await post({ ...form, choice: "7" })).status).toBe(422);
  expect((await post({ ...form, intent: "else" })).status).toBe(422);
  expect((await post({ ...form, play: newId() })).status).toBe(404);
  const other = await makePerson(db);
  const foreign = { cookie: await pages.signedIn(other.id), form };
  expect((await pages.visit("/program/story", foreign)).status).toBe(404);

  expect((await post(form)).location).toBe("/program/story");
  expect((await post(form)).location).toBe("/program/story");
  const late = await post(formOf(first.body, "b", person.id));
  expect(late.location).toBe("/program/story?moved=");
  const moved = await see(late.location);
  expect(moved.body).toContain("That scene is behind you.");
  expect(moved.body).toContain("Situation of the meeting.");
  const [play] = await db.read.select().from(storyPlays);
  expect(play?.path).toHaveLength(1);

  await playStory({ db, clock, personId: person.id });
  const afterwards = await post({ ...form, scene: "price", choice: "1" });
  expect(afterwards.location).toBe(`/program/story?play=${play?.id}&moved=`);
  expect((await see(afterwards.location)).body).toContain("That scene is behind you.");
  const elsewhere = await pages.visit(`/program/story?play=${play?.id}`, { cookie: foreign.cookie });
  expect(elsewhere.status).toBe(404);
  expect(elsewhere.body).not.toContain("Title of the ending");
  expect(await db.read.select().from(evidence)).toHaveLength(1);
});

test("home, program, assessment and signature know of the story", async () => {
  await using db = await testDatabase();
  await using pages = await makePages(db);
  const { person, see } = await open(db, pages);
  expect((await see("/")).body).toContain('href="/program/story"');
  const program = await see("/program");
  expect(program.body).toContain(story.title);
  expect(program.body).toContain("after the lessons and the story");
  expect((await see("/assessment")).body).toContain("3 steps come first.");
  expect((await see("/attestation")).body).toContain(
    "Three things come first: the lessons, the story and the assessment.",
  );
  const { play } = await startStory({ db, clock, personId: person.id });
  await chooseInStory({ db, clock, personId: person.id, playId: play.id, sceneId: "first-call", choice: "1" });
  expect((await see("/assessment")).body).toContain("3 steps come first.");
  await playStory({ db, clock, personId: person.id });
  expect((await see("/assessment")).body).toContain("2 steps come first.");
});
