import { getRecord } from "#app/features/record/get-record.server.ts";
import { fileLoader } from "#app/routes/page-handlers.server.ts";

/** The same document as the page shows, to keep. */
export const loader = fileLoader("account:own", async ({ app, viewer }) => {
  const record = await getRecord({ ...app, personId: viewer.person.id });
  const name = `cleared-record-${record.asOf.slice(0, 10)}.json`;
  return new Response(JSON.stringify(record, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
});
