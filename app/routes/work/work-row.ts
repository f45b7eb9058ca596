import type { WorkRow } from "#app/features/work/read-work.server.ts";
import { mayCancel } from "#app/features/work/work-list.ts";

/** What a page shows of background work, and nothing more goes to the page. */
export function workRow({ id, kind, input, state, name, personId, cancelAskedAt, ...row }: WorkRow) {
  const { createdAt, startedAt, endedAt, done, total, phase, result, failure } = row;
  const { format, fileName } = input;
  return {
    ...{ id, kind, state, name, personId, createdAt, startedAt, endedAt, done, total, phase, result, failure },
    about: typeof format === "string" ? format.toUpperCase() : typeof fileName === "string" ? fileName : null,
    stopping: state === "running" && cancelAskedAt !== null,
    mayCancel: mayCancel({ kind, state }) && cancelAskedAt === null,
  };
}

export type WorkRowData = ReturnType<typeof workRow>;
