import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { StoryConsequence } from "#app/features/stories/story-consequence.tsx";
import { StoryText } from "#app/features/stories/story-text.tsx";
import { StoryTrail } from "#app/features/stories/story-trail.tsx";
import { paths } from "#app/platform/paths.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { StoryPageData } from "./story.server.ts";

type StorySceneProps = Extract<StoryPageData, { view: "scene" }> & { /** Posted without a choice. */ missing: boolean };

/** One scene: what followed from the choice before, the situation, the question, the choices, and the way so far. */
export function StorySceneView({ title, rules, playId, scene, passed, missing }: StorySceneProps) {
  const { t } = useTranslation("story");
  return (
    <>
      <p className="eyebrow font-ui mt-0!">{t("scene.number", { story: title, number: passed.length + 1 })}</p>
      <StoryConsequence last={passed.at(-1)} rules={rules} />
      <h1 className={passed.length > 0 ? "mt-7" : "mt-2"}>{scene.title}</h1>
      <StoryText text={scene.situation} />
      <Form
        method="post"
        action={paths.story()}
        reloadDocument
        key={scene.id}
        className="font-ui mt-7 flex flex-col items-start gap-5 text-base leading-relaxed"
      >
        <input type="hidden" name="play" value={playId} />
        <input type="hidden" name="scene" value={scene.id} />
        <fieldset className="flex w-full min-w-0 flex-col gap-2.5">
          <legend className="mb-2.5">
            <span className="text-[1.05rem] font-semibold">{scene.question}</span>{" "}
            <span className="text-ink-3">{t("scene.choose")}</span>
          </legend>
          {missing ? (
            <Notice tone="warn" alert>
              {t("scene.missing")}
            </Notice>
          ) : null}
          {scene.choices.map(({ token, text }) => (
            <label key={token} className="choice">
              <input type="radio" name="choice" value={token} />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
        <p className="no-print mt-0! flex flex-wrap items-center gap-x-4 gap-y-2">
          <button type="submit" name="intent" value="choose" className="button">
            {t("scene.decide")}
          </button>
          <span className="text-ink-3">{t("scene.stands")}</span>
        </p>
      </Form>
      <StoryTrail passed={passed} rules={rules} />
    </>
  );
}
