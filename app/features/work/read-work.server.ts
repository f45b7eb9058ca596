import { and, asc, desc, eq, inArray, isNotNull, ne } from "drizzle-orm";
import { type Handle, people, work, workFiles } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { fullName } from "../people/full-name.ts";
import { inScope } from "./work-scope.server.ts";
import type { WorkScope } from "./work-scope.ts";

const columns = {
  id: work.id,
  kind: work.kind,
  input: work.input,
  state: work.state,
  personId: work.personId,
  createdAt: work.createdAt,
  startedAt: work.startedAt,
  endedAt: work.endedAt,
  done: work.done,
  total: work.total,
  phase: work.phase,
  result: work.result,
  failure: work.failure,
  cancelAskedAt: work.cancelAskedAt,
  givenName: people.givenName,
  familyName: people.familyName,
  preferredName: people.preferredName,
};

const mostListed = 100;

/** The newest work in scope, of some kinds or all. */
export async function listWork(handle: Handle, { scope, kinds }: { scope: WorkScope; kinds?: string[] }) {
  const rows = await handle
    .select(columns)
    .from(work)
    .leftJoin(people, eq(people.id, work.personId))
    .where(and(inScope(scope), kinds ? inArray(work.kind, kinds) : undefined))
    .orderBy(desc(work.createdAt), desc(work.id))
    .limit(mostListed);
  return rows.map(withName);
}

export type WorkRow = Awaited<ReturnType<typeof listWork>>[number];

/** One piece of work with the files that can be had of it. Throws not-found out of scope. */
export async function getWork(handle: Handle, { workId, scope }: { workId: string; scope: WorkScope }) {
  const [row] = await handle
    .select(columns)
    .from(work)
    .leftJoin(people, eq(people.id, work.personId))
    .where(and(eq(work.id, workId), inScope(scope)));
  if (!row) throw new AppError("not-found", "This work is not yours, or not kept any more.");
  const files = await handle
    .select({ id: workFiles.id, role: workFiles.role, name: workFiles.name, size: workFiles.size })
    .from(workFiles)
    .where(and(eq(workFiles.workId, workId), isNotNull(workFiles.completedAt), ne(workFiles.role, "sight")))
    .orderBy(asc(workFiles.createdAt));
  return { ...withName(row), files };
}

function withName<R extends { personId: string | null; givenName: string | null; familyName: string | null }>({
  givenName,
  familyName,
  ...row
}: R & { preferredName: string | null }) {
  const { preferredName, ...rest } = row;
  const name =
    row.personId === null
      ? null
      : fullName({ givenName: givenName ?? "", familyName: familyName ?? "", preferredName });
  return { ...rest, name };
}
