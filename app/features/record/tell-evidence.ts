import type { EvidenceBody, StoryStep } from "#app/platform/db.server.ts";

/** What ids of a release stand for, as its texts were when the person met them. */
export type ContentTexts = {
  moduleTitle: (id: string) => string | undefined;
  replay: (id: string) => { title: string; question: (checkpointId: string) => string } | undefined;
  scenario: (id: string) => { title: string; choices: ReadonlyMap<string, string> } | undefined;
  story: (
    id: string,
  ) => { title: string; name: (id: string) => string; choice: (step: StoryStep) => string } | undefined;
};

/**
 * What a record says, in texts and without what could tell the keys of the bank: of assessments and checks the result
 * alone, of practice (whose feedback was given at once) the person's own choices.
 */
export function tellEvidence(body: EvidenceBody, texts: ContentTexts) {
  switch (body.kind) {
    case "attempt_submitted": {
      const { attemptId, number, result } = body;
      return { kind: body.kind, attemptId, number, result };
    }
    case "partner_check_submitted": {
      const { kind, checkId, editionId, number, result } = body;
      return { kind, checkId, editionId, number, result };
    }
    case "lesson_tested_out":
    case "lesson_check_failed": {
      const { kind, moduleId, result } = body;
      return { kind, moduleId, title: texts.moduleTitle(moduleId) ?? moduleId, result };
    }
    case "lesson_read":
    case "lesson_reviewed":
      return { ...body, title: texts.moduleTitle(body.moduleId) ?? body.moduleId };
    case "scenario_answered":
    case "booster_answered": {
      const scenario = texts.scenario(body.scenarioId);
      const answer = body.answer.flatMap((id) => scenario?.choices.get(id) ?? []);
      return { ...body, title: scenario?.title ?? body.scenarioId, answer };
    }
    case "checkpoint_answered": {
      const replay = texts.replay(body.replayId);
      const question = replay?.question(body.checkpointId) ?? body.checkpointId;
      return { ...body, title: replay?.title ?? body.replayId, question };
    }
    case "transcript_section_read":
    case "replay_watched":
      return { ...body, title: texts.replay(body.replayId)?.title ?? body.replayId };
    case "story_ended": {
      const story = texts.story(body.storyId);
      return {
        ...body,
        title: story?.title ?? body.storyId,
        ending: story?.name(body.endingId) ?? body.endingId,
        path: tellPath(body.path, texts, body.storyId),
      };
    }
    default:
      return body;
  }
}

/** The way through a story in its texts. */
export function tellPath(path: readonly StoryStep[], texts: ContentTexts, storyId: string) {
  const story = texts.story(storyId);
  return path.map((step) => ({
    scene: story?.name(step.sceneId) ?? step.sceneId,
    choice: story?.choice(step) ?? "",
    at: step.at,
  }));
}
