import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { sendExport } from "./send-export.server.ts";

export const loader = pageLoader("team:read", (asked) => sendExport(asked, { subject: "people", format: "csv" }));
