import { AppError, type ErrorCode } from "../errors.ts";

const refusals: Record<number, { code: ErrorCode; detail: string }> = {
  400: { code: "bad-request", detail: "The request is not well formed." },
  401: { code: "not-signed-in", detail: "Nobody is signed in." },
  403: { code: "not-allowed", detail: "This is not allowed." },
  404: { code: "not-found", detail: "There is nothing at this address." },
  405: { code: "method-not-allowed", detail: "This address does not take this method." },
  413: { code: "payload-too-large", detail: "The request's body is larger than this address takes." },
  415: { code: "unsupported-media-type", detail: "This address does not take this content type." },
  429: { code: "too-many-requests", detail: "This caller sent too many requests in a short time." },
  503: { code: "unavailable", detail: "The server has more to do than it can; try again in a moment." },
};

/** More exact words for what the web framework reports. */
const details: Record<string, string> = {
  FST_ERR_BAD_URL: "The address holds a percent sign that does not begin an encoded character.",
  FST_ERR_CTP_EMPTY_JSON_BODY: "The request says that it is JSON, but its body is empty.",
  FST_ERR_CTP_INVALID_JSON_BODY: "The request's body is not JSON.",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "The request's body is not as long as its Content-Length says.",
};

/** Turns whatever was thrown into a refusal that may be shown. The text of a foreign error is never shown. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof Error && thrown.name === "CommitUnknownError") {
    return new AppError(
      "commit-unknown",
      "The change may or may not have been stored. Send the same request again; it is never done twice.",
      { cause: thrown },
    );
  }
  const refusal = refusals[statusOf(thrown)];
  if (!refusal) return new AppError("internal", "The server failed while it answered this request.", { cause: thrown });
  return new AppError(refusal.code, details[codeOf(thrown)] ?? refusal.detail, { cause: thrown });
}

function statusOf(thrown: unknown): number {
  return thrown instanceof Error && "statusCode" in thrown && typeof thrown.statusCode === "number"
    ? thrown.statusCode
    : 500;
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : "";
}
