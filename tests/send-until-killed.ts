import { connect } from "#app/platform/db.server.ts";
import { openOffice } from "./make-messages.ts";

/** Sends the outbox of DATABASE_URL to SMTP_URL; another process of the same may do so too, and either may be killed. */
const db = connect(process.env.DATABASE_URL ?? "");
using office = openOffice({ db, url: process.env.SMTP_URL ?? "" });
process.stdout.write("begun\n");
const report = await office.send();
process.stdout.write(`${JSON.stringify(report)}\n`);
await db.close();
