import { json, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MailPreview } from "#app/features/notices/mail-preview.tsx";
import { nudgeWindowDays } from "#app/features/notices/nudge-refusal.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { loadNudge, sendNudge } from "./nudge.server.ts";
import { NudgeForm } from "./nudge-form.tsx";
import { NudgeRefused } from "./nudge-refused.tsx";
import { useTeamLinks } from "./use-team-links.ts";

export const meta: MetaFunction = pageTitle("notices:nudge.title");

export const loader = pageLoader("team:nudge", ({ app, viewer, request }) => loadNudge(app, viewer, request));

export const action = pageAction("team:nudge", async ({ app, viewer, request, form }) =>
  json(await sendNudge(app, viewer, request, form), { status: 422 }),
);

type NudgeData = Awaited<ReturnType<typeof loadNudge>>;
type Plan = Extract<NudgeData, { view: "plan" }>;
type Many = Extract<NudgeData, { view: "many" }>;

export default function NudgePage() {
  const { t } = useTranslation("notices");
  const { count } = useFigures();
  const links = useTeamLinks();
  const data = useLoaderData<typeof loader>() as NudgeData;
  return (
    <div className="flex flex-col gap-6">
      <p>
        <Link to={links.teamPeople()}>{t("nudge.back")}</Link>
      </p>
      <h1>{t("nudge.title")}</h1>
      {data.view === "too-many" ? (
        <Notice tone="info">
          <strong>{t("nudge.tooMany", { shown: count(data.people), most: count(data.most) })}</strong>
          <span>{t("nudge.tooManyText")}</span>
        </Notice>
      ) : null}
      {data.view === "done" ? (
        <>
          <Notice tone={data.sent > 0 ? "ok" : "info"} alert>
            <strong>{t("nudge.sent", { count: data.sent, shown: count(data.sent) })}</strong>
            <span>{t("nudge.sentText")}</span>
          </Notice>
          <NudgeRefused refused={data.refused} />
        </>
      ) : null}
      {data.view === "plan" ? <NudgePlan {...data} /> : null}
      {data.view === "many" ? <NudgeMany {...data} /> : null}
    </div>
  );
}

const columns = "grid gap-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]";

function NudgePlan({ open, refused, example, ...form }: Plan) {
  const { t } = useTranslation("notices");
  const links = useTeamLinks();
  const place = links.standIn ? [["for", links.standIn] as [string, string]] : [];
  const asked = [...place, ...open.map(({ employeeId }): [string, string] => ["id", employeeId])];
  return (
    <>
      {open.length === 0 ? (
        <Nobody />
      ) : (
        <div className={columns}>
          <div className="flex min-w-0 flex-col gap-6">
            <p className="text-ink-2 max-w-[66ch]">{t("nudge.intro")}</p>
            <NudgeForm {...form} asked={asked} send={t("nudge.send", { count: open.length })} />
            <section className="flex flex-col gap-2">
              <h2>{t("nudge.count", { count: open.length })}</h2>
              <ul className="flex flex-wrap gap-x-5 gap-y-1">
                {open.map(({ employeeId, name }) => (
                  <li key={employeeId}>
                    <a href={links.teamPerson(employeeId)}>{name}</a>
                  </li>
                ))}
              </ul>
            </section>
          </div>
          <Example example={example} />
        </div>
      )}
      <NudgeRefused refused={refused} />
    </>
  );
}

/** Too many to name them all: how many there are, and the mail as one of them gets it. */
function NudgeMany({ people, filter, example, ...form }: Many) {
  const { t } = useTranslation("notices");
  const { count } = useFigures();
  const links = useTeamLinks();
  const list = Object.fromEntries(filter.filter(([name]) => name !== "all"));
  if (!example) return <Nobody />;
  return (
    <div className={columns}>
      <div className="flex min-w-0 flex-col gap-6">
        <div className="flex max-w-[66ch] flex-col gap-3">
          <h2>
            <a href={links.teamPeople(list)}>{t("nudge.many", { shown: count(people) })}</a>
          </h2>
          <p>{t("nudge.manyText", { days: nudgeWindowDays })}</p>
          <p className="text-ink-2">{t("nudge.manyHow")}</p>
        </div>
        <NudgeForm {...form} asked={filter} send={t("nudge.start")} />
      </div>
      <Example example={example} />
    </div>
  );
}

function Nobody() {
  const { t } = useTranslation("notices");
  return (
    <Notice tone="info">
      <strong>{t("nudge.nobody")}</strong>
      <span>{t("nudge.nobodyText")}</span>
    </Notice>
  );
}

function Example({ example }: Pick<Plan, "example">) {
  const { t } = useTranslation("notices");
  if (!example) return null;
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <h2>{t("nudge.previewOf", { name: example.name })}</h2>
      <MailPreview content={example.content} />
    </section>
  );
}
