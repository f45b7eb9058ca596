import { countBySteps, filterMembers, readMemberFilter } from "#app/features/firms/firm-member.ts";
import { firmProgress } from "#app/features/firms/firm-progress.server.ts";
import { pageOf } from "#app/features/teams/list-people.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { readPage } from "#app/routes/manager/people-query.ts";

/** The people of a firm as the URL narrows them; all of them and the page that is asked for. */
export async function loadFirmPeople(app: AppContext, { firmId, request }: { firmId: string; request: Request }) {
  const query = new URL(request.url).searchParams;
  const filter = readMemberFilter(query);
  const asOf = app.clock.now();
  const everybody = await firmProgress({ ...app, firmId });
  const members = filterMembers(everybody, filter);
  const { rows, page, pages } = pageOf(members, readPage(query.get("page")));
  return { asOf, filter, members, rows, page, pages, steps: countBySteps(everybody), everybody: everybody.length };
}
