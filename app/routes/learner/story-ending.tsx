import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ClauseMentions } from "#app/features/lessons/clause-mentions.tsx";
import { StoryConsequence } from "#app/features/stories/story-consequence.tsx";
import { StoryText } from "#app/features/stories/story-text.tsx";
import { StoryTrail } from "#app/features/stories/story-trail.tsx";
import { paths } from "#app/platform/paths.ts";
import { StatePill } from "#app/ui/state-pill.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { FoundEndings, outcomeTones } from "./found-endings.tsx";
import type { StoryPageData } from "./story.server.ts";
import { StartButton } from "./story-intro.tsx";

/** An ending that was reached: how it went for each side, what to take from it, the whole way, and where to go on. */
export function StoryEndingView(data: Extract<StoryPageData, { view: "ending" }>) {
  const { t } = useTranslation("story");
  const { moment } = useFormats();
  const { title, rules, ending, passed, found, endings, next } = data;
  return (
    <>
      <p className="eyebrow font-ui mt-0!">{t("ending.eyebrow", { story: title })}</p>
      <StoryConsequence last={passed.at(-1)} rules={rules} />
      <h1 className="mt-7">{ending.title}</h1>
      <div className="font-ui mt-3 text-base leading-relaxed">
        <StatePill tone={outcomeTones[ending.outcome]}>{t(`ending.${ending.outcome}`)}</StatePill>
      </div>
      <StoryText text={ending.text} />
      <section aria-labelledby="take" className="panel mt-6">
        <h2 id="take" className="mt-0!">
          {t("ending.lesson")}
        </h2>
        <StoryText text={ending.lesson} />
        {ending.clauses.length > 0 ? (
          <p className="font-ui text-[0.95rem]">
            {t("learning:lesson.clauses")}
            <ClauseMentions clauses={ending.clauses} rules={rules} />
          </p>
        ) : null}
      </section>
      <div className="font-ui text-base leading-relaxed">
        <p className="text-ink-3 text-[0.95rem]">
          {t("ending.when", { when: moment(data.endedAt) })} {data.practice ? t("ending.practice") : null}
        </p>
        <div className="no-print mt-6 flex flex-wrap items-center gap-x-4 gap-y-3 [&>form]:mt-0">
          {next && !next.story ? (
            <Link to={next.href} className="button">
              {t("learning:lesson.next", { title: next.title })}
            </Link>
          ) : null}
          <StartButton text={t("ending.again")} quiet={next !== null} />
          <Link to={paths.home()}>{t("learning:lesson.toPath")}</Link>
        </div>
      </div>
      <StoryTrail passed={passed} rules={rules} whole />
      <section aria-labelledby="found" className="font-ui border-line mt-6 border-t pt-6 text-base leading-relaxed">
        <h2 id="found" className="mt-0!">
          {t("ending.found")}
        </h2>
        <FoundEndings found={found} endings={endings} />
      </section>
    </>
  );
}
