import { getStory } from "#app/features/programs/get-story.server.ts";
import { chooseInStory } from "#app/features/stories/choose-in-story.server.ts";
import { getPlay } from "#app/features/stories/get-play.server.ts";
import { choiceOfToken, presentScene } from "#app/features/stories/present-scene.ts";
import { startStory } from "#app/features/stories/start-story.server.ts";
import { storyPosition } from "#app/features/stories/story-position.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";

type Player = { db: Database; clock: Clock; personId: string };

/** Plays the story of the current release to an ending: by the choices with these ids, then by the first of each scene. */
export async function playStory(player: Player, choiceIds: string[] = []): Promise<{ playId: string }> {
  const { play } = await startStory(player);
  const given = { ...player, playId: play.id };
  const story = await getStory(player.db, play.releaseId, play.storyId);
  for (;;) {
    const { path } = await getPlay(player.db.read, given);
    const position = storyPosition(story, path);
    if (position.at === "ending") return { playId: play.id };
    const { scene } = position;
    const wanted = choiceIds[path.length] ?? scene.choices[0]?.id;
    const shown = presentScene(scene, player.personId).choices;
    const choice = shown.find(({ token }) => choiceOfToken(scene, { token, personId: player.personId }) === wanted);
    await chooseInStory({ ...given, sceneId: scene.id, choice: choice?.token ?? "" });
  }
}
