import type { WorkRow } from "#app/features/work/read-work.server.ts";

export function workLine({ id, state, kind, name, createdAt, done, total }: WorkRow): string {
  const progress = state === "running" && total > 0 ? ` ${done}/${total}` : "";
  return `${id}  ${state}${progress}  ${kind}  ${name ?? "nobody"}  ${new Date(createdAt).toISOString()}`;
}

export function workRecord({ id, state, kind, name, done, total, phase, result, failure, ...row }: WorkRow) {
  return {
    ...{ type: "work", id, state, kind, startedBy: name, done, total, phase, failure },
    counts: result?.counts ?? null,
    createdAt: isoOrNull(row.createdAt),
    startedAt: isoOrNull(row.startedAt),
    endedAt: isoOrNull(row.endedAt),
  };
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
