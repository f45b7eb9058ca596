import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";

export type Logger = pino.Logger;

/** Fields that every line of one request carries. */
export const requestFields = new AsyncLocalStorage<{ requestId: string }>();

/** Where secrets and answers could stand, should an object holding them ever be logged. */
const redacted = ["password", "newPassword", "token", "key", "authorization", "cookie", "answer", "answers", "choice"];

/** Lines are written together, at the latest after this many milliseconds; what is left when the process ends, then. */
const flushMs = 100;

/** JSON lines on standard error; standard output belongs to what a command prints. */
export function createLogger(level: string, destination: pino.DestinationStream = standardError()): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => requestFields.getStore() ?? {},
      redact: { paths: redacted.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[withheld]" },
    },
    destination,
  );
}

/** To write each line by itself, and wait for it, takes a busy server longer than to make it. */
function standardError(): pino.DestinationStream {
  return pino.destination({ dest: 2, sync: false, minLength: 4096, periodicFlush: flushMs });
}
