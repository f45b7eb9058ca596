import { fileLoader } from "#app/routes/page-handlers.server.ts";
import { sendExport } from "./send-export.server.ts";

export const loader = fileLoader("team:read", (asked) => sendExport(asked, { subject: "matrix", format: "csv" }));
