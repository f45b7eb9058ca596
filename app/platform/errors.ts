/** Every way in which Cleared refuses or fails, with its HTTP status. The codes are part of the API: never rename one. */
export const errorStatus = {
  "bad-request": 400,
  "validation-failed": 422,
  "not-signed-in": 401,
  "bad-api-key": 401,
  "not-allowed": 403,
  "missing-scope": 403,
  "claim-refused": 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  "request-in-flight": 409,
  "idempotency-key-missing": 400,
  "idempotency-key-reused": 422,
  "payload-too-large": 413,
  "unsupported-media-type": 415,
  "too-many-requests": 429,
  "commit-unknown": 503,
  unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/**
 * A refusal that the person or the calling system may read. `detail` says what happened and what to do, without
 * giving away what the caller may not know; the cause is for the log alone.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  /** Extra members of the problem document; safe to show. */
  readonly extra: Record<string, unknown>;

  constructor(code: ErrorCode, detail: string, options: { extra?: Record<string, unknown>; cause?: unknown } = {}) {
    super(detail, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.status = errorStatus[code];
    this.extra = options.extra ?? {};
  }
}
