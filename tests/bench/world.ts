import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { and, desc, isNotNull, isNull } from "drizzle-orm";
import { createApiKey } from "#app/features/access/create-api-key.server.ts";
import { sessionKeeper } from "#app/features/accounts/session-keeper.server.ts";
import { checkClaimRights, mostAskedAtOnce } from "#app/features/claims/check-claim-right.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { type Handle, people, releases } from "#app/platform/db.server.ts";
import { paths } from "#app/platform/paths.ts";
import { multiplyPeople } from "./multiply-people.ts";
import { withApp } from "./open-bench-app.ts";
import { runCleared } from "./run-cleared.ts";
import type { Workshop } from "./workshop.ts";

/** The demo's 40,000 people with their histories, and what the benches ask them with. */
export type World = {
  file: string;
  databaseUrl: string;
  /** A key of the API that may do everything. */
  token: string;
  employeeIds: string[];
  /** Of people who may claim now. */
  allowedIds: string[];
  /** Of reps who are signed in. */
  cookies: string[];
  lessonPaths: string[];
};

const signedIn = 64;

type Wanted = {
  /** A SQLite file with the demo loaded, to work on a copy of it. */
  database: string | undefined;
  /** How many times the demo's people. */
  times: number;
};

/** Makes the world once, when the first bench asks for it. */
export function worldMaker(workshop: Workshop, wanted: Wanted): () => Promise<World> {
  let made: Promise<World> | undefined;
  return () => {
    made ??= makeWorld(workshop, wanted);
    return made;
  };
}

async function makeWorld(workshop: Workshop, { database, times }: Wanted): Promise<World> {
  const file = join(workshop.folder, "world.db");
  const given = process.env.DATABASE_URL ?? "";
  const databaseUrl = given.startsWith("postgres") ? given : `file:${file}`;
  if (database) {
    workshop.say(`Copying ${database}`);
    copyFileSync(database, file);
  } else {
    workshop.say("Loading 40,000 people with their histories (a minute or two)");
    for (const command of [["migrate"], ["content", "publish"], ["demo", "seed"]]) {
      await runCleared(workshop, command, databaseUrl);
    }
  }
  if (times > 1) {
    workshop.say(`Making ${times} times as many people (some minutes)`);
    await withApp(databaseUrl, ({ db }) => multiplyPeople(db, times));
    await runCleared(workshop, ["teams", "rebuild"], databaseUrl);
  }
  const found = await withApp(databaseUrl, prepare);
  return { file, databaseUrl, ...found };
}

async function prepare(app: AppContext): Promise<Omit<World, "file" | "databaseUrl">> {
  const { db, clock } = app;
  const everyone = await listActiveReps(db.read);
  const employeeIds = everyone.map((person) => person.employeeId);
  const scopes: Parameters<typeof createApiKey>[0]["scopes"] = ["claim-right:read", "deal-claims:write"];
  const { token } = await createApiKey({ db, clock, name: `bench ${process.pid}`, scopes });
  const now = clock.now();
  const asked = everyNth(employeeIds, mostAskedAtOnce);
  const rights = await checkClaimRights({ db, at: now, now, employeeIds: asked });
  const cookies = await Promise.all(
    everyNth(everyone, signedIn).map((person) => newCookie(app, { personId: person.id })),
  );
  const allowedIds = asked.filter((_, place) => rights[place]?.outcome === "allow");
  const [release] = await db.read.select().from(releases).orderBy(desc(releases.publishedAt)).limit(1);
  const lessonPaths = (release?.summary.modules ?? []).map((module) => paths.lesson(module.id));
  return { token, employeeIds, allowedIds, cookies, lessonPaths };
}

/** A session as sign-in makes it, as the cookie that a browser would send. */
export async function newCookie(app: AppContext, { personId }: { personId: string }): Promise<string> {
  const keeper = sessionKeeper(app);
  const session = await keeper.createSession(personId, {});
  return `${keeper.sessionCookieName}=${session.id}`;
}

async function listActiveReps(handle: Handle): Promise<{ id: string; employeeId: string }[]> {
  const rows = await handle
    .select({ id: people.id, employeeId: people.employeeId })
    .from(people)
    .where(and(isNotNull(people.employeeId), isNull(people.leftAt)));
  return rows.map(({ id, employeeId }) => ({ id, employeeId: employeeId ?? "" }));
}

/** At most `count` of the list, from all over it. */
function everyNth<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(list.length / count));
  return list.filter((_, place) => place % step === 0).slice(0, count);
}
