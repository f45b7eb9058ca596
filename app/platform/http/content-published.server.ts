import { type Handle, releases } from "../db.server.ts";

/** Whether there is any release, without which nobody can learn anything here. */
export async function isContentPublished(handle: Handle): Promise<boolean> {
  const found = await handle.select({ id: releases.id }).from(releases).limit(1);
  return found.length > 0;
}
