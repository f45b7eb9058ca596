import { runNotices } from "#app/features/notices/run-notices.server.ts";
import { connect } from "#app/platform/db.server.ts";

/** A run of the reminders at the instant AT in a process of its own; it may be killed at any time. */
const db = connect(process.env.DATABASE_URL ?? "");
await runNotices({ db, at: Number(process.env.AT) });
await db.close();
