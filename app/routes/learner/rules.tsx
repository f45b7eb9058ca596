import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { getEditionForPerson } from "#app/features/certification/edition-for-person.server.ts";
import { defaultProgramId } from "#app/features/programs/default-program.ts";
import { findCurrentRelease } from "#app/features/programs/find-current-release.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = pageTitle("learning:rules.title", (data) => data as { edition: string });

export const loader = pageLoader("rules:read", async ({ app, viewer, params }) => {
  const now = app.clock.now();
  if (!params.editionId) {
    const { editionId } = await getEditionForPerson(app.db.read, { person: viewer.person, now });
    return redirect(paths.rules(editionId));
  }
  const release = await findCurrentRelease(app.db.read, { programId: defaultProgramId, editionId: params.editionId });
  if (!release) throw new AppError("not-found", "There is no such edition.");
  const { edition, title, organisation, introduction } = release.summary;
  return {
    edition: edition.title,
    sections: edition.sections,
    title,
    organisation,
    introduction,
    releaseId: release.id,
  };
});

export default function Rules() {
  const { t } = useTranslation("learning");
  const { edition, sections, title, organisation, introduction, releaseId } = useLoaderData<typeof loader>();
  return (
    <article className="mx-auto flex max-w-[72ch] flex-col gap-6">
      <div>
        <p className="eyebrow">{organisation}</p>
        <h1 className="mt-2">{t("rules.heading", { title, edition })}</h1>
      </div>
      <p className="text-ink-2">{introduction}</p>
      <p className="text-ink-2">{t("rules.starMeans")}</p>
      {sections.map((section) => (
        <section key={section.id} className="flex flex-col gap-2">
          <h2>{section.title}</h2>
          <dl className="border-line border-t">
            {section.clauses.map((clause) => (
              <div
                key={clause.id}
                id={clause.id}
                className="border-line target:bg-accent-soft grid scroll-mt-6 gap-x-4 border-b px-1 py-3 sm:grid-cols-[7rem_1fr]"
              >
                <dt className="font-bold tabular-nums">
                  {clause.id}{" "}
                  {clause.mustPass ? (
                    <span role="img" aria-label={t("common:mustPassLong")}>
                      {t("common:mustPass")}
                    </span>
                  ) : null}
                </dt>
                <dd>{clause.text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="text-ink-3 text-sm">{t("rules.release", { release: releaseId.slice(0, 12) })}</p>
    </article>
  );
}
