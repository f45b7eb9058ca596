import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findOwnViewer } from "#app/features/access/require-viewer.server.ts";
import { isAllowed } from "#app/features/access/roles.ts";
import { demoSignIns } from "#app/features/demo/demo-sign-ins.server.ts";
import { DutyList } from "#app/features/duties/duty-list.tsx";
import { listDuties } from "#app/features/duties/list-duties.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import { loadRepHome } from "#app/routes/learner/rep-home.server.ts";
import { RepHome } from "#app/routes/learner/rep-home.tsx";
import type { TeamCardData } from "#app/routes/manager/team-card.server.ts";
import { loadTeamCard } from "#app/routes/manager/team-card.server.ts";
import { TeamCard } from "#app/routes/manager/team-card.tsx";
import { publicLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { loadPartnerHome } from "#app/routes/partner/partner-home.server.ts";
import { PartnerHome } from "#app/routes/partner/partner-home.tsx";
import { OfficeHome } from "#app/routes/program-office/office-home.tsx";
import { OfficeList } from "#app/routes/program-office/office-list.tsx";
import { Landing } from "./landing.tsx";

export const meta: MetaFunction = pageTitle("learning:home.title");

export const loader = publicLoader(async ({ app, context, request }) => {
  const viewer = await findOwnViewer({ context, request });
  if (!viewer) return { view: "landing" as const, demo: demoSignIns(app.env) };
  const manages = isAllowed(viewer.roles, "duties:own");
  const duties = manages ? await listDuties({ ...app, personId: viewer.person.id }) : [];
  const office = isAllowed(viewer.roles, "roll-out:read") ? viewer.roles : null;
  const team = isAllowed(viewer.roles, "team:read") ? await loadTeamCard(app, viewer) : null;
  if (isAllowed(viewer.roles, "learning:own"))
    return { view: "rep" as const, office, duties, team, ...(await loadRepHome(app, viewer.person)) };
  if (isAllowed(viewer.roles, "attendance:own"))
    return { view: "partner" as const, office, duties, team, ...(await loadPartnerHome(app, viewer.person)) };
  return {
    view: "other" as const,
    duties,
    team,
    name: fullName(viewer.person),
    roles: viewer.roles,
  };
});

export default function Home() {
  const data = useLoaderData<typeof loader>();
  if (data.view === "landing") return <Landing demo={data.demo} />;
  return (
    <div className="flex flex-col gap-10">
      {data.view === "rep" ? <RepHome {...data} card={data.team ? <TeamCard card={data.team} /> : null} /> : null}
      {data.view === "partner" ? <PartnerHome {...data} /> : null}
      {data.view === "other" ? (
        <OfficeHome name={data.name} roles={data.roles}>
          <HomeCards team={data.team} duties={data.duties} />
        </OfficeHome>
      ) : (
        <>
          <HomeCards team={data.view === "rep" ? null : data.team} duties={data.duties} />
          {data.office ? <OfficeList roles={data.office} /> : null}
        </>
      )}
    </div>
  );
}

function HomeCards({ team, duties }: Pick<Parameters<typeof DutyList>[0], "duties"> & { team: TeamCardData | null }) {
  return (
    <>
      {team ? <TeamCard card={team} /> : null}
      <DutyList duties={duties} />
    </>
  );
}
