import { eq, isNotNull, or } from "drizzle-orm";
import { accounts, type Handle, people } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { demoAccounts, isDemoId } from "./demo-accounts.ts";

/** Whether a seed ran to its end. The accounts are made last, in their order. */
export async function isDemoSeeded(handle: Handle): Promise<boolean> {
  const last = demoAccounts.at(-1);
  const found = await handle
    .select({ id: accounts.personId })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(eq(people.emailKey, last?.login ?? ""))
    .limit(1);
  return found.length > 0;
}

/** Throws `conflict` when the database holds anybody who is not of the demo: invented people must not mix with real ones. */
export async function requireDemoOnly(handle: Handle): Promise<void> {
  const everybody = await handle
    .select({ employeeId: people.employeeId, externalId: people.externalId })
    .from(people)
    .where(or(isNotNull(people.employeeId), isNotNull(people.externalId)));
  const others = everybody.filter(({ employeeId, externalId }) => !isDemoId(employeeId ?? externalId ?? "")).length;
  if (others === 0) return;
  throw new AppError(
    "conflict",
    `This database holds ${others} people who are not of the demo. The demo is loaded only into a database of its own: set DATABASE_URL to a new one.`,
  );
}
