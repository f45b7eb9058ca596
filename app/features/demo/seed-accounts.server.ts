import { and, eq, isNull } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { people, roleGrants } from "#app/platform/db.server.ts";
import { grantRole } from "../access/grant-role.server.ts";
import type { GrantedRole } from "../access/granted-roles.ts";
import { setPassword } from "../accounts/set-password.server.ts";
import { addPerson } from "../people/add-person.server.ts";
import { demoAccounts, demoPassword, demoStaff } from "./demo-accounts.ts";
import { seedPartnerHistories } from "./seed-partner-histories.server.ts";

/** Adds the people outside the feed with their roles, tells what the partners have done, then lets everybody of `demoAccounts` sign in, in their order. */
export async function seedAccounts(
  app: AppContext,
  { openedAt, until }: { openedAt: number; until: number },
): Promise<void> {
  for (const member of demoStaff) await seedStaff(app, member, openedAt);
  await seedPartnerHistories(app.db, { until });
  for (const { login } of demoAccounts) {
    const person = await findByLogin(app, login);
    if (!person) throw new Error(`The demo lacks ${login}.`);
    await setPassword(app, { personId: person.id, password: demoPassword, mustChange: false });
  }
}

async function seedStaff({ db }: AppContext, member: (typeof demoStaff)[number], openedAt: number) {
  const { kind, id, givenName, familyName, login, grant } = member;
  const clock = { now: () => openedAt };
  const home = { country: "US", language: "en", timeZone: "America/New_York" };
  const person =
    (await findByLogin({ db }, login)) ??
    (await addPerson({ db, clock, person: { kind, id, givenName, familyName, email: login, ...home } }));
  if (grant === null || (await hasRole({ db }, { personId: person.id, role: grant }))) return;
  await grantRole({ db, clock, personId: person.id, role: grant, by: "demo" });
}

async function findByLogin({ db }: Pick<AppContext, "db">, login: string): Promise<{ id: string } | null> {
  const [person] = await db.read.select({ id: people.id }).from(people).where(eq(people.emailKey, login));
  return person ?? null;
}

async function hasRole(
  { db }: Pick<AppContext, "db">,
  { personId, role }: { personId: string; role: GrantedRole },
): Promise<boolean> {
  const open = await db.read
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, personId), eq(roleGrants.role, role), isNull(roleGrants.revokedAt)));
  return open.length > 0;
}
