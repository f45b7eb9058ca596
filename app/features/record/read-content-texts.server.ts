import type { Database } from "#app/platform/db.server.ts";
import { findRelease } from "../programs/get-release.server.ts";
import { listReleaseParts } from "../programs/list-release-parts.server.ts";
import type { ContentTexts } from "./tell-evidence.ts";

/** The texts of practice, replays and stories of each of these releases, by the id of the release. */
export async function readContentTexts(
  db: Database,
  releaseIds: Iterable<string>,
): Promise<(releaseId: string | null) => ContentTexts> {
  const known = new Map<string, ContentTexts>();
  for (const id of new Set(releaseIds)) known.set(id, await readTexts(db, id));
  return (releaseId) => known.get(releaseId ?? "") ?? nothing;
}

const nothing: ContentTexts = {
  moduleTitle: () => undefined,
  replay: () => undefined,
  scenario: () => undefined,
  story: () => undefined,
};

async function readTexts(db: Database, releaseId: string): Promise<ContentTexts> {
  const scenarios = new Map((await listReleaseParts(db, releaseId, "scenario")).map((one) => [one.id, one]));
  const replays = new Map((await listReleaseParts(db, releaseId, "replay")).map((one) => [one.id, one]));
  const stories = new Map((await listReleaseParts(db, releaseId, "story")).map((one) => [one.id, one]));
  const { modules = [], managerModules = [] } = (await findRelease(db.read, releaseId))?.summary ?? {};
  const titles = new Map([...modules, ...managerModules].map(({ id, title }) => [id, title]));
  return {
    moduleTitle: (id) => titles.get(id),
    replay: (id) => {
      const replay = replays.get(id);
      const question = (checkpointId: string) =>
        replay?.checkpoints.find((checkpoint) => checkpoint.id === checkpointId)?.question ?? checkpointId;
      return replay && { title: replay.title, question };
    },
    scenario: (id) => {
      const scenario = scenarios.get(id);
      return (
        scenario && { title: scenario.title, choices: new Map(scenario.choices.map(({ id, text }) => [id, text])) }
      );
    },
    story: (id) => {
      const story = stories.get(id);
      if (!story) return undefined;
      const names = new Map([...story.scenes, ...story.endings].map(({ id, title }) => [id, title]));
      return {
        title: story.title,
        name: (sceneId) => names.get(sceneId) ?? sceneId,
        choice: ({ sceneId, choiceId }) =>
          story.scenes.find((scene) => scene.id === sceneId)?.choices.find((choice) => choice.id === choiceId)?.text ??
          "",
      };
    },
  };
}
