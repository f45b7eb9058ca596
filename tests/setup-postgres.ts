import type { TestProject } from "vitest/node";
import { connectPostgres } from "../db/connect-postgres.ts";
import { startPostgres } from "./start-postgres.ts";

/** Starts a real PostgreSQL and makes one migrated database that each test copies. */
export default async function setup(project: TestProject) {
  const server = await startPostgres();
  await server.createDatabase("cleared_template");
  const template = connectPostgres(`${server.url}/cleared_template`);
  await template.migrate("db/migrations");
  await template.close();
  project.provide("postgresUrl", server.url);
  return () => server.stop();
}
