import type { ErrorCode } from "../errors.ts";

/** The title of every problem document and what the caller can do about it; both stand at the address of its `type`. */
export const problemKinds: Record<ErrorCode, { title: string; advice: string }> = {
  "bad-request": {
    title: "The request cannot be read",
    advice: "Mend the request; sending the same one again gives the same answer.",
  },
  "validation-failed": {
    title: "The request was read, but some of its values are not usable",
    advice: "`errors` names each value and what is wrong with it.",
  },
  "not-signed-in": { title: "Nobody is signed in", advice: "Sign in and try again." },
  "bad-api-key": {
    title: "The API key is missing, unknown or revoked",
    advice: "Send `Authorization: Bearer KEY` with a key in use. `cleared keys create` makes one.",
  },
  "not-allowed": { title: "This is not allowed", advice: "Ask somebody who holds the permission." },
  "missing-scope": {
    title: "The API key may not do this",
    advice: "Use a key that has the scope named in `scope`. `cleared keys create` makes one.",
  },
  "claim-refused": {
    title: "The deal claim was refused",
    advice: "`decision` says why, what is missing, who can help and when it can change.",
  },
  "not-found": { title: "There is nothing at this address", advice: "Check the address and the id in it." },
  "method-not-allowed": {
    title: "This address does not take this method",
    advice: "The header `Allow` lists those it takes.",
  },
  conflict: { title: "This contradicts what is already there", advice: "Read the current state before trying again." },
  "request-in-flight": {
    title: "The first request with this Idempotency-Key is still being worked on",
    advice: "Wait as long as `Retry-After` says and send the same request again.",
  },
  "idempotency-key-missing": {
    title: "The header Idempotency-Key is missing or not usable",
    advice: "Send 1 to 255 visible ASCII characters that no other claim of yours uses, such as a UUID.",
  },
  "idempotency-key-reused": {
    title: "This Idempotency-Key was used for another request",
    advice: "Use a new key for a new request; a retry must repeat the request exactly.",
  },
  "payload-too-large": { title: "The request is too large", advice: "Send less at once." },
  "unsupported-media-type": {
    title: "The request's content type is not supported",
    advice: "Send `application/json`.",
  },
  "too-many-requests": {
    title: "Too many requests",
    advice: "Wait as long as `Retry-After` says, then go on more slowly.",
  },
  "commit-unknown": {
    title: "Nobody can say whether the change was stored",
    advice: "Send the same request with the same Idempotency-Key again: it is never done twice.",
  },
  unavailable: { title: "The service is not available now", advice: "Try again as soon as `Retry-After` says." },
  internal: {
    title: "The server failed",
    advice: "Nothing in the request causes this. Tell the operator the `requestId`; it stands in the server's log.",
  },
};
