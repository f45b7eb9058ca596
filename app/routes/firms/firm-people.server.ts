import { countBySteps, filterMembers, readMemberFilter } from "#app/features/firms/firm-member.ts";
import { firmProgress } from "#app/features/firms/firm-progress.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";

const pageSize = 50;

/** The people of a firm as the URL narrows them; all of them and the page that is asked for. */
export async function loadFirmPeople(app: AppContext, { firmId, request }: { firmId: string; request: Request }) {
  const query = new URL(request.url).searchParams;
  const filter = readMemberFilter(query);
  const asOf = app.clock.now();
  const everybody = await firmProgress({ ...app, firmId });
  const members = filterMembers(everybody, filter);
  const pages = Math.max(1, Math.ceil(members.length / pageSize));
  const page = Math.min(Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1), pages);
  const rows = members.slice((page - 1) * pageSize, page * pageSize);
  return { asOf, filter, members, rows, page, pages, steps: countBySteps(everybody), everybody: everybody.length };
}
