import type { AppError } from "../errors.ts";
import { problemKinds } from "./problem-kinds.ts";

export const problemMediaType = "application/problem+json; charset=utf-8";

/** The RFC 9457 document of a refusal. `origin` is the server's own, without a trailing slash. */
export function problemDocument(error: AppError, { origin, requestId }: { origin: string; requestId: string }): string {
  return JSON.stringify({
    type: `${origin}/problems/${error.code}`,
    title: problemKinds[error.code].title,
    status: error.status,
    detail: error.message,
    ...error.extra,
    requestId,
  });
}
