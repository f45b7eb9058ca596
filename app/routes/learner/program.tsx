import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { passingScore } from "#app/features/assessments/grade-attempt.ts";
import { getStanding } from "#app/features/certification/get-standing.server.ts";
import { PathList } from "#app/features/certification/path-list.tsx";
import { findPartsRead } from "#app/features/lessons/find-parts-read.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = pageTitle("learning:program.title");

export const loader = pageLoader("learning:own", async ({ app, viewer }) => {
  const standing = await getStanding({ ...app, personId: viewer.person.id });
  const { steps, release } = standing;
  const { title, organisation, introduction, edition, assessment } = release.summary;
  const needed = passingScore(assessment.passMark, assessment.items);
  const partsRead = await findPartsRead(app.db, standing);
  return {
    steps,
    partsRead,
    title,
    organisation,
    introduction,
    edition: edition.title,
    items: assessment.items,
    needed,
  };
});

export default function Program() {
  const { t } = useTranslation("learning");
  const data = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto flex max-w-[820px] flex-col gap-8">
      <div className="flex flex-col gap-3">
        <p className="eyebrow">{t("program.by", data)}</p>
        <h1>{data.title}</h1>
        <p className="text-ink-2">{data.introduction}</p>
      </div>
      <section className="flex flex-col gap-3">
        <h2>{t("home.path")}</h2>
        <PathList
          steps={data.steps}
          progress={data.partsRead ? t("lesson:path.partsRead", data.partsRead) : undefined}
        />
        <p className="text-ink-3 text-[0.95rem]">
          {t("program.assessmentText", { count: data.items, needed: data.needed })}
        </p>
      </section>
      <p>
        <Link to={paths.currentRules()}>{t("program.readRules")}</Link>
      </p>
    </div>
  );
}
