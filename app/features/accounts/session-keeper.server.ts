import { Lucia, TimeSpan } from "lucia";
import type { AppContext } from "#app/platform/app-context.ts";
import type { Database, people } from "#app/platform/db.server.ts";
import { sessionAdapter } from "./session-adapter.server.ts";

export type Person = typeof people.$inferSelect;

const keepers = new WeakMap<Database, ReturnType<typeof create>>();

/** Lucia for this database. Lucia is known to this folder alone. */
export function sessionKeeper(app: AppContext) {
  const keeper = keepers.get(app.db) ?? create(app);
  keepers.set(app.db, keeper);
  return keeper;
}

function create(app: AppContext) {
  return new Lucia(sessionAdapter(app), {
    sessionExpiresIn: new TimeSpan(7, "d"),
    sessionCookie: {
      name: "cleared_session",
      attributes: { sameSite: "lax", secure: app.env.origin.startsWith("https:") },
    },
    getUserAttributes: ({ person, mustChangePassword }) => ({ person, mustChangePassword }),
  });
}

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof create>;
    DatabaseUserAttributes: { person: Person; mustChangePassword: boolean };
  }
}
