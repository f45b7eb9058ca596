import { text } from "node:stream/consumers";
import { and, eq, isNotNull } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { type Handle, workFiles } from "#app/platform/db.server.ts";
import type { Team } from "../teams/get-team.server.ts";
import type { Member } from "../teams/team-member.ts";
import { readWorkFile } from "../work/read-work-file.server.ts";
import { storeWorkFile } from "../work/store-work-file.server.ts";

type Given = { workId: string; claim: string; team: Team; people: readonly Member[] };

/** Keeps who is in an export beside it; what was made of everybody is for those who see everybody. */
export async function storeExportSight(app: Pick<AppContext, "db" | "clock">, { workId, claim, team, people }: Given) {
  if (team.sight === "everybody") return;
  const ids = Buffer.from(people.map(({ id }) => id).join("\n"));
  await storeWorkFile(app, { workId, role: "sight", name: "sight", mediaType: "text/plain" }, [ids], { claim });
}

/** Whether somebody with these teams may still see everybody who is in the files of an export. */
export async function isExportInSight(
  handle: Handle,
  { workId, teams }: { workId: string; teams: readonly Team[] },
): Promise<boolean> {
  if (teams.some(({ sight }) => sight === "everybody")) return true;
  const theirs = and(eq(workFiles.workId, workId), eq(workFiles.role, "sight"), isNotNull(workFiles.completedAt));
  const kept = await handle.select({ id: workFiles.id }).from(workFiles).where(theirs);
  if (kept.length === 0) return false;
  const lists: string[] = [];
  // A run that began anew has kept its own, and nobody tells here which of them the file is from.
  for (const { id } of kept) lists.push(await text(readWorkFile(handle, id)));
  const ids = lists.join("\n").split("\n").filter(Boolean);
  return ids.every((id) => teams.some(({ inSight }) => inSight.has({ id })));
}
