import { getStanding, type Standing } from "#app/features/certification/get-standing.server.ts";
import { clauseLookup } from "#app/features/lessons/clause-lookup.ts";
import { getRelease } from "#app/features/programs/get-release.server.ts";
import { getStory } from "#app/features/programs/get-story.server.ts";
import { findOpenPlay, type StoryPlay } from "#app/features/stories/find-open-play.server.ts";
import { getPlay } from "#app/features/stories/get-play.server.ts";
import { type EndedPlay, hasEnded, listPlays } from "#app/features/stories/list-plays.server.ts";
import { presentScene } from "#app/features/stories/present-scene.ts";
import { storyPosition } from "#app/features/stories/story-position.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import type { StorySummary } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";

type Asked = { personId: string; playId: string | null; moved: boolean };

/** The story where the person is in it: before it begins, in a scene, or at an ending. Nothing of what lies ahead. */
export async function loadStory(app: AppContext, { personId, playId, moved }: Asked) {
  const standing = await getStanding({ ...app, personId });
  if (playId !== null) {
    const play = await getPlay(app.db.read, { personId, playId });
    if (hasEnded(play)) return { ...(await loadEnding(app, play, standing)), moved };
  }
  const { story } = standing.release.summary;
  if (!story) throw new AppError("not-found", "The program has no story. Its page lists what it has.");
  const open = await findOpenPlay(app.db.read, { personId, storyId: story.id });
  if (open && open.registrationId === standing.registration?.id) return { ...(await loadScene(app, open)), moved };
  return { ...(await loadIntro(app, standing, story)), moved };
}

async function loadIntro(app: AppContext, { person, release }: Standing, story: StorySummary) {
  const plays = await listPlays(app.db.read, { personId: person.id, storyId: story.id });
  const { title, summary, minutes, clauses } = story;
  return {
    ...{ view: "intro" as const, title, rules: clauseLookup(release.summary), summary, minutes, clauses },
    ...{ plays: plays.length, ...(await foundEndings(app, plays, release.id)) },
  };
}

async function loadScene(app: AppContext, play: StoryPlay) {
  const story = await getStory(app.db, play.releaseId, play.storyId);
  const rules = clauseLookup((await getRelease(app.db, play.releaseId)).summary);
  const position = storyPosition(story, play.path);
  if (position.at === "ending") throw new Error(`The play ${play.id} is at an ending and open.`);
  const { passed } = position;
  const scene = presentScene(position.scene, play.personId);
  return { view: "scene" as const, title: story.title, rules, playId: play.id, scene, passed };
}

async function loadEnding(app: AppContext, play: EndedPlay, { nextStep, registration }: Standing) {
  const story = await getStory(app.db, play.releaseId, play.storyId);
  const rules = clauseLookup((await getRelease(app.db, play.releaseId)).summary);
  const position = storyPosition(story, play.path);
  if (position.at === "scene") throw new Error(`The play ${play.id} has ended in a scene.`);
  const { ending, passed } = position;
  const plays = await listPlays(app.db.read, play);
  const certifiedAt = registration?.id === play.registrationId ? registration.certification?.validFrom : undefined;
  return {
    ...{ view: "ending" as const, title: story.title, rules, ending, passed, endedAt: play.endedAt },
    ...(await foundEndings(app, plays, play.releaseId)),
    practice: certifiedAt !== undefined && certifiedAt < play.endedAt,
    next: nextStep && { title: nextStep.title, href: nextStep.href, story: nextStep.kind === "story" },
  };
}

/** The endings of a release's story that the person has reached, each with the latest play that led to it. */
async function foundEndings(app: AppContext, plays: EndedPlay[], releaseId: string) {
  const storyId = plays[0]?.storyId;
  if (storyId === undefined) return { found: [], endings: 0 };
  const { endings } = await getStory(app.db, releaseId, storyId);
  const found = endings.flatMap(({ id, title, outcome }) => {
    const play = plays.findLast((one) => one.endingId === id);
    return play ? [{ id, title, outcome, playId: play.id }] : [];
  });
  return { found, endings: endings.length };
}

export type StoryPageData = Awaited<ReturnType<typeof loadStory>>;
