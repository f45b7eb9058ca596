import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ClauseMentions } from "#app/features/lessons/clause-mentions.tsx";
import { StoryText } from "#app/features/stories/story-text.tsx";
import { paths } from "#app/platform/paths.ts";
import { FoundEndings } from "./found-endings.tsx";
import type { StoryPageData } from "./story.server.ts";

/** Before the story begins: what it is, how it works, what is kept; and how it ended so far. */
export function StoryIntro(data: Extract<StoryPageData, { view: "intro" }>) {
  const { t } = useTranslation("story");
  return (
    <>
      <p className="eyebrow font-ui mt-0!">
        {t("intro.eyebrow", { minutes: t("common:minutesLong", { count: data.minutes }) })}
      </p>
      <h1 className="mt-2">{data.title}</h1>
      <StoryText text={data.summary} />
      <div className="font-ui text-base leading-relaxed">
        {data.clauses.length > 0 ? (
          <p className="text-ink-3 text-[0.95rem]">
            {t("intro.about")} <ClauseMentions clauses={data.clauses} rules={data.rules} />
          </p>
        ) : null}
        <h2>{t("intro.how")}</h2>
        <ul>
          <li>{t("intro.oneScene")}</li>
          <li>{t("intro.noWayBack")}</li>
          <li>{t("intro.anyEnding")}</li>
          <li>{t("intro.kept")}</li>
          <li>{t("intro.pause")}</li>
        </ul>
        <StartButton text={t(data.plays === 0 ? "intro.start" : "ending.again")} />
        {data.plays > 0 ? (
          <section aria-labelledby="plays">
            <h2 id="plays">{t("intro.plays")}</h2>
            <p>{t("intro.played", { count: data.plays })}</p>
            <FoundEndings found={data.found} endings={data.endings} />
          </section>
        ) : null}
        <p>
          <Link to={paths.home()}>{t("learning:lesson.toPath")}</Link>
        </p>
      </div>
    </>
  );
}

export function StartButton({ text, quiet = false }: { text: string; quiet?: boolean }) {
  return (
    <Form method="post" action={paths.story()} reloadDocument className="no-print mt-6">
      <button type="submit" name="intent" value="start" className={quiet ? "button button-quiet" : "button"}>
        {text}
      </button>
    </Form>
  );
}
