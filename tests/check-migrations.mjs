import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../app/cli/bootstrap.mjs";
import { runTool, toolScript } from "./run-tool.mjs";

const databases = { sqlite: "file:nowhere.db", postgres: "postgres://nowhere/none" };

/** Do the migrations of both engines still describe db/schema.ts? Generates into a copy, where nothing may come out. */
export async function checkMigrations() {
  const startedAt = Date.now();
  const problems = [];
  for (const [engine, databaseUrl] of Object.entries(databases)) problems.push(await drift(engine, databaseUrl));
  const output = problems.filter((problem) => problem !== "").join("\n");
  return { code: output === "" ? 0 : 1, output, seconds: (Date.now() - startedAt) / 1000 };
}

async function drift(engine, databaseUrl) {
  const cache = join(root, ".cache");
  mkdirSync(cache, { recursive: true });
  const copy = mkdtempSync(join(cache, "migrations-"));
  try {
    cpSync(join(root, "db"), join(copy, "db"), { recursive: true });
    const list = () =>
      readdirSync(join(copy, "db/migrations", engine), { recursive: true })
        .sort()
        .join("\n");
    const before = list();
    const { code, output } = await runTool(
      [toolScript("drizzle-kit"), "generate", "--config", "db/drizzle.config.ts"],
      {
        cwd: copy,
        env: { DATABASE_URL: databaseUrl },
      },
    );
    return code === 0 && list() === before ? "" : `On ${engine} the schema and the migrations differ:\n${output}`;
  } finally {
    rmSync(copy, { recursive: true });
  }
}
