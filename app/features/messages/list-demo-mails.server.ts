import { desc, eq } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { demoMails } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";

const mostShown = 200;

/** Mail that landed, newest first. Throws not-found outside of a demo. */
export async function listDemoMails({ db, env }: AppContext) {
  requireDemo(env);
  return db.read.select().from(demoMails).orderBy(desc(demoMails.landedAt), desc(demoMails.messageId)).limit(mostShown);
}

/** One mail that landed. Throws not-found outside of a demo. */
export async function getDemoMail({ db, env }: AppContext, messageId: string) {
  requireDemo(env);
  const [mail] = await db.read.select().from(demoMails).where(eq(demoMails.messageId, messageId));
  if (!mail) throw new AppError("not-found", "No such mail has landed.");
  return mail;
}

function requireDemo({ demo }: AppContext["env"]) {
  if (!demo) throw new AppError("not-found", "There is nothing at this address.");
}
