import { and, eq } from "drizzle-orm";
import { type Handle, imports } from "#app/platform/db.server.ts";

/** The import that brings the demo's people in marks the database; nobody else imports in this name. */
export const demoImport = { fileName: "demo-people.csv", appliedBy: "demo" };

export const ofDemoImport = and(eq(imports.fileName, demoImport.fileName), eq(imports.appliedBy, demoImport.appliedBy));

/** Whether the people in it are invented, whatever the environment says. */
export async function isDemoDatabase(handle: Handle): Promise<boolean> {
  const found = await handle.select({ id: imports.id }).from(imports).where(ofDemoImport).limit(1);
  return found.length > 0;
}
