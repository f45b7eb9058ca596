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
import { loadTeamCard } from "#app/routes/manager/team-card.server.ts";
import { TeamCard } from "#app/routes/manager/team-card.tsx";
import { publicLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { loadPartnerHome } from "#app/routes/partner/partner-home.server.ts";
import { PartnerHome } from "#app/routes/partner/partner-home.tsx";
import { Landing } from "./landing.tsx";
import { OtherHome } from "./other-home.tsx";

export const meta: MetaFunction = pageTitle("learning:home.title");

export const loader = publicLoader(async ({ app, context, request }) => {
  const viewer = await findOwnViewer({ context, request });
  if (!viewer) return { view: "landing" as const, demo: demoSignIns(app.env) };
  const manages = isAllowed(viewer.roles, "duties:own");
  const duties = manages ? await listDuties({ ...app, personId: viewer.person.id }) : [];
  const team = isAllowed(viewer.roles, "team:read") ? await loadTeamCard(app, viewer) : null;
  if (isAllowed(viewer.roles, "learning:own"))
    return { view: "rep" as const, duties, team, ...(await loadRepHome(app, viewer.person)) };
  if (isAllowed(viewer.roles, "attendance:own"))
    return { view: "partner" as const, duties, team, ...(await loadPartnerHome(app, viewer.person)) };
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
      {data.view === "rep" ? <RepHome {...data} /> : null}
      {data.view === "partner" ? <PartnerHome {...data} /> : null}
      {data.view === "other" ? <OtherHome {...data} /> : null}
      {data.team ? <TeamCard card={data.team} /> : null}
      <DutyList duties={data.duties} />
    </div>
  );
}
