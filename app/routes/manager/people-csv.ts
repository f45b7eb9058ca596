import { listPeople } from "#app/features/teams/list-people.server.ts";
import { writePeopleCsv } from "#app/features/teams/write-people-csv.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { readPeopleQuery } from "./people-query.ts";
import { loadTeam } from "./team-sight.server.ts";

/** The whole list as it is on the screen, written while it is sent. */
export const loader = pageLoader("team:read", async ({ app, viewer, request }) => {
  const { filter, sort, backwards } = readPeopleQuery(request);
  const team = await loadTeam(app, viewer);
  const pieces = writePeopleCsv(listPeople(team, filter, { sort, backwards }), team);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      // Others get their turn between two pieces.
      await new Promise((resume) => setImmediate(resume));
      const { value, done } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  const at = new Date(team.asOf).toISOString().slice(0, 16).replaceAll(":", "");
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="people-${at}Z.csv"`,
      "cache-control": "no-store",
    },
  });
});
