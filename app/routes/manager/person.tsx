import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Seal } from "#app/ui/seal.tsx";
import { StandingCard } from "#app/ui/standing-card.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { statusTones } from "./people-rows.tsx";
import { loadPerson, type PersonPageData } from "./person.server.ts";
import { PersonAttempts } from "./person-attempts.tsx";
import { PersonLists } from "./person-lists.tsx";
import { PersonNotices } from "./person-notices.tsx";
import { PersonPath } from "./person-path.tsx";
import { PersonReplays } from "./person-replays.tsx";
import { useTeamLinks } from "./use-team-links.ts";

export const meta: MetaFunction = pageTitle("team:list.title");

export const loader = pageLoader("team:read", ({ app, viewer, params }) =>
  loadPerson(app, viewer, params.employeeId ?? ""),
);

export default function PersonPage() {
  const { t } = useTranslation("team");
  const links = useTeamLinks();
  const data = useLoaderData<typeof loader>();
  const { moment } = useFormats();
  return (
    <div className="flex flex-col gap-8">
      <p className="no-print">
        <Link to={links.teamPeople()}>{t("list.title")}</Link>
      </p>
      <Standing {...data} />
      <p className="text-ink-3 -mt-4 text-[0.95rem]">{t("asOf", { at: moment(data.asOf) })}</p>
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="flex min-w-0 flex-col gap-8">
          <PersonPath path={data.path} />
          <PersonNotices notices={data.notices} />
          <PersonAttempts attempts={data.attempts} />
          <PersonReplays replays={data.replays} />
        </div>
        <PersonLists {...data} />
      </div>
    </div>
  );
}

function Standing({ person, missing, minutesLeft, certifiedUntil, earliestPossibleAt, ...data }: PersonPageData) {
  const { t } = useTranslation("team");
  const { moment, country } = useFormats();
  const { steps, status, reason, dueAt } = person;
  const blocked = status === "blocked";
  const facts = [
    [t(blocked ? "person.since" : "person.until"), moment(dueAt)],
    [t("person.certifiedUntil"), moment(certifiedUntil === dueAt ? null : certifiedUntil)],
    [t("person.earliest"), moment(earliestPossibleAt)],
    [t("person.country"), country(person.country)],
    [t("person.department"), person.department],
    [t("person.leave"), person.onLeave ? t("person.onLeave") : ""],
    [t("person.contract"), person.contractor ? t("list.contractor") : ""],
  ].filter(([, value]) => value);
  const said = [
    ...(reason === "CERTIFIED" ? [] : [`${t(`reason.${reason}`)}.`]),
    ...(missing > 0 ? [t("person.missingText", { count: missing, minutes: minutesLeft })] : []),
  ];
  const picture = steps.total > 0 && (
    <Seal
      done={steps.done}
      total={steps.total}
      size={96}
      closed={status === "certified" && steps.done === steps.total}
      label={t("list.steps", steps)}
    />
  );
  return (
    <StandingCard tone={statusTones[status]} state={t(`status.${status}`)} title={person.name} picture={picture}>
      <p className="text-ink-2">
        {t("person.id", { id: person.employeeId })} · {person.jobTitle}
      </p>
      {said.length > 0 ? <p>{said.join(" ")}</p> : null}
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {data.mayNudge ? (
        <a href={paths.nudge([person.employeeId], { for: data.standInFor })} className="button button-small">
          {t("notices:person.button")}
        </a>
      ) : null}
    </StandingCard>
  );
}
