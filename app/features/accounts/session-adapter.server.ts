import { createHash } from "node:crypto";
import { and, eq, gt, lte, sql } from "drizzle-orm";
import type { Adapter, DatabaseSession } from "lucia";
import type { AppContext } from "#app/platform/app-context.ts";
import { accounts, people, sessions } from "#app/platform/db.server.ts";
import { prepareOnce } from "#app/platform/prepare-once.server.ts";

// Asked for every page. Joined, the three tables take SQLite six times as long as looked up one within the other.
const sessionByHash = prepareOnce("session_by_hash", (handle) => {
  const session = eq(sessions.id, sql.placeholder("hash"));
  const personId = handle.select({ personId: sessions.personId }).from(sessions).where(session);
  const expiresAt = handle.select({ expiresAt: sessions.expiresAt }).from(sessions).where(session);
  const mustChange = handle
    .select({ mustChange: accounts.mustChange })
    .from(accounts)
    .where(eq(accounts.personId, people.id));
  return handle
    .select({
      person: people,
      expiresAt: sql<number>`(${expiresAt})`.mapWith(sessions.expiresAt),
      mustChange: sql<boolean | null>`(${mustChange})`.mapWith(accounts.mustChange),
    })
    .from(people)
    .where(eq(people.id, personId));
});

/**
 * Lucia's storage on our own tables. Only the hash of a session id is stored. A session of someone who has left is as
 * good as none from the instant of leaving, whether or not its row is still there.
 */
export function sessionAdapter({ db, clock }: Pick<AppContext, "db" | "clock">): Adapter {
  return {
    getSessionAndUser: async (id) => {
      const [row] = await sessionByHash(db.read, { hash: sessionHash(id) });
      if (!row || (row.person.leftAt !== null && row.person.leftAt <= clock.now())) return [null, null];
      return [
        asLucia({ personId: row.person.id, expiresAt: row.expiresAt }, id),
        { id: row.person.id, attributes: { person: row.person, mustChangePassword: row.mustChange ?? false } },
      ];
    },
    getUserSessions: async (personId) => {
      const rows = await db.read
        .select()
        .from(sessions)
        .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, clock.now())));
      return rows.map((row) => asLucia(row, row.id));
    },
    setSession: async ({ id, userId, expiresAt }) => {
      await db.write(async (tx) => {
        await tx.insert(sessions).values({
          id: sessionHash(id),
          personId: userId,
          createdAt: clock.now(),
          expiresAt: expiresAt.getTime(),
        });
      });
    },
    updateSessionExpiration: async (id, expiresAt) => {
      await db.write(async (tx) => {
        await tx
          .update(sessions)
          .set({ expiresAt: expiresAt.getTime() })
          .where(eq(sessions.id, sessionHash(id)));
      });
    },
    deleteSession: async (id) => {
      await db.write(async (tx) => void (await tx.delete(sessions).where(eq(sessions.id, sessionHash(id)))));
    },
    deleteUserSessions: async (personId) => {
      await db.write(async (tx) => void (await tx.delete(sessions).where(eq(sessions.personId, personId))));
    },
    deleteExpiredSessions: async () => {
      await db.write(async (tx) => void (await tx.delete(sessions).where(lte(sessions.expiresAt, clock.now()))));
    },
  };
}

function sessionHash(id: string): string {
  return createHash("sha256").update(id).digest("hex");
}

function asLucia(row: Pick<typeof sessions.$inferSelect, "personId" | "expiresAt">, id: string): DatabaseSession {
  return { id, userId: row.personId, expiresAt: new Date(row.expiresAt), attributes: {} };
}
