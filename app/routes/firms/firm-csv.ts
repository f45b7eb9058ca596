import { writeMembersCsv } from "#app/features/firms/write-members-csv.ts";
import { fileLoader } from "#app/routes/page-handlers.server.ts";
import { loadFirmPeople } from "./firm-people.server.ts";
import { ownFirmId } from "./own-firm.server.ts";

/** Everybody whom the filter of the page means. */
export const loader = fileLoader("firm:read", async ({ app, viewer, request }) => {
  const { members, asOf } = await loadFirmPeople(app, { firmId: ownFirmId(viewer), request });
  const at = new Date(asOf).toISOString().slice(0, 16).replaceAll(":", "");
  return new Response(writeMembersCsv(members, { asOf }), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="firm-${at}Z.csv"`,
      "cache-control": "no-store",
    },
  });
});
