import { json, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { chooseInStory } from "#app/features/stories/choose-in-story.server.ts";
import { startStory } from "#app/features/stories/start-story.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { loadStory, type StoryPageData } from "./story.server.ts";
import { StoryEndingView } from "./story-ending.tsx";
import { StoryIntro } from "./story-intro.tsx";
import { StorySceneView } from "./story-scene.tsx";

export const meta: MetaFunction = pageTitle("{{page}}", (data) => ({ page: headingOf(data as StoryPageData) }));

function headingOf(data: StoryPageData): string {
  if (data.view === "intro") return data.title;
  return `${data.view === "scene" ? data.scene.title : data.ending.title} · ${data.title}`;
}

export const loader = pageLoader("learning:own", ({ app, viewer, request }) => {
  const query = new URL(request.url).searchParams;
  return loadStory(app, { personId: viewer.person.id, playId: query.get("play"), moved: query.has("moved") });
});

export const action = pageAction("learning:own", async ({ app, viewer, form }) => {
  const given = { ...app, personId: viewer.person.id };
  switch (form.get("intent")) {
    case "start":
      await startStory(given);
      return redirect(paths.story());
    case "choose": {
      const playId = String(form.get("play") ?? "");
      const sceneId = String(form.get("scene") ?? "");
      const choice = form.get("choice");
      if (typeof choice !== "string") return json({ missing: true }, { status: 422 });
      const { state, ended } = await chooseInStory({ ...given, playId, sceneId, choice });
      const place = new URLSearchParams({
        ...(ended ? { play: playId } : {}),
        ...(state === "moved-on" ? { moved: "" } : {}),
      });
      return redirect(place.size > 0 ? `${paths.story()}?${place}` : paths.story());
    }
    default:
      throw new AppError("validation-failed", "The page sent something that it does not offer.");
  }
});

export default function StoryPage() {
  const { t } = useTranslation("story");
  const data = useLoaderData<typeof loader>();
  const missing = useActionData<typeof action>()?.missing ?? false;
  return (
    <article className="lesson">
      {data.moved ? (
        <div className="font-ui mb-6 text-base leading-relaxed">
          <Notice tone="warn" alert>
            <strong>{t("moved.title")}</strong>
            <p className="mt-0!">{t("moved.text")}</p>
          </Notice>
        </div>
      ) : null}
      {data.view === "intro" ? <StoryIntro {...data} /> : null}
      {data.view === "scene" ? <StorySceneView {...data} missing={missing} /> : null}
      {data.view === "ending" ? <StoryEndingView {...data} /> : null}
    </article>
  );
}
