import type { Socket } from "node:net";
import { AppError } from "../errors.ts";
import { problemDocument, problemMediaType } from "./problem-document.ts";

type Refusal = { phrase: string; error: AppError };

const malformed = refusal(400, "Bad Request", "This is not an HTTP request.");
const refusals: Record<string, Refusal> = {
  HPE_HEADER_OVERFLOW: refusal(431, "Request Header Fields Too Large", "The request's headers are too large."),
  ERR_HTTP_REQUEST_TIMEOUT: refusal(408, "Request Timeout", "The request did not arrive in time."),
};

function refusal(status: number, phrase: string, detail: string): Refusal {
  return { phrase: `${status} ${phrase}`, error: new AppError("bad-request", detail, { extra: { status } }) };
}

/** Answers what is no request, so that there is neither a route nor a reply. */
export function answerRaw(
  error: Error & { code?: string },
  socket: Socket,
  given: { origin: string; requestId: string },
) {
  if (error.code === "ECONNRESET" || socket.destroyed || !socket.writable) return;
  const { phrase, error: refused } = refusals[error.code ?? ""] ?? malformed;
  const body = problemDocument(refused, given);
  const headers = [
    `HTTP/1.1 ${phrase}`,
    `content-type: ${problemMediaType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.end(`${headers.join("\r\n")}\r\n\r\n${body}`);
}
