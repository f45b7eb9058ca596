import { asc, eq } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { people, roleGrants } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { paths } from "#app/platform/paths.ts";
import type { Bench } from "../bench.ts";
import { withApp } from "../open-bench-app.ts";
import { startServer } from "../start-server.ts";
import { lineOf, rounds } from "../statistics.ts";
import { newCookie } from "../world.ts";

const files = {
  "export-xlsx": paths.teamPeopleXlsx(),
  "export-matrix": paths.teamMatrixXlsx(),
  "export-matrix-csv": paths.teamMatrixCsv(),
};

/** Everybody as a spreadsheet, and with every step; each file read as fast as it comes, on a server that runs. */
export const exportFiles: Bench = {
  lines: [
    "export-xlsx",
    "export-xlsx-rss",
    "export-matrix",
    "export-matrix-rss",
    "export-matrix-csv",
    "export-matrix-csv-rss",
  ],
  run: async (workshop, world) => {
    const { databaseUrl } = await world();
    const cookie = await withApp(databaseUrl, officeCookie);
    const server = await startServer(workshop, databaseUrl);
    try {
      // Read everybody, and let the first round of each warm the code.
      await read(server.port, paths.teamPeopleCsv(), cookie);
      const lines = [];
      for (const [name, path] of Object.entries(files)) {
        await read(server.port, path, cookie);
        const before = await residentMegabytes(server.port);
        const highest = watchHighest(() => residentMegabytes(server.port));
        const found = [];
        for (let round = 0; round < rounds; round++) found.push(await read(server.port, path, cookie));
        const most = await highest.end();
        workshop.say(
          `  ${name}: ${((found[0]?.bytes ?? 0) / 1e6).toFixed(1)} MB of file, ${before.toFixed(0)} MB before`,
        );
        lines.push(
          lineOf(
            name,
            "s",
            found.map(({ seconds }) => seconds),
          ),
          lineOf(`${name}-rss`, "MB", [most - before]),
        );
      }
      return lines;
    } finally {
      await server.stop();
    }
  },
};

/** Whoever sees everybody. */
async function officeCookie(app: AppContext): Promise<string> {
  const [person] = await app.db.read
    .select()
    .from(people)
    .where(eq(people.kind, "rep"))
    .orderBy(asc(people.id))
    .limit(1);
  if (!person) throw new Error("Nobody is known.");
  const grant = { id: newId(), personId: person.id, role: "program_office" as const, grantedAt: 0, grantedBy: "bench" };
  await app.db.write(
    async (tx) =>
      void (await tx
        .insert(roleGrants)
        .values({ ...grant, revokedAt: null })
        .onConflictDoNothing()),
  );
  return newCookie(app, { personId: person.id });
}

async function read(port: number, path: string, cookie: string): Promise<{ seconds: number; bytes: number }> {
  const startedAt = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });
  if (!answer.ok || !answer.body) throw new Error(`${path} was answered with ${answer.status}.`);
  const reader = answer.body.getReader();
  let bytes = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) bytes += next.value.length;
  return { seconds: (performance.now() - startedAt) / 1000, bytes };
}

async function residentMegabytes(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 1e6;
}

const lookEveryMs = 100;

/** The highest of a figure that is asked for again and again, until the end. */
function watchHighest(ask: () => Promise<number>): { end: () => Promise<number> } {
  const ended = new AbortController();
  const looking = (async () => {
    let highest = await ask();
    while (!ended.signal.aborted) {
      await new Promise((resume) => setTimeout(resume, lookEveryMs));
      highest = Math.max(highest, await ask());
    }
    return highest;
  })();
  return {
    end: () => {
      ended.abort();
      return looking;
    },
  };
}
