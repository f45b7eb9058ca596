import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";

export type Logger = pino.Logger;

/** Fields that every line of one request carries. */
export const requestFields = new AsyncLocalStorage<{ requestId: string }>();

/** Where secrets and answers could stand, should an object holding them ever be logged. */
const redacted = ["password", "newPassword", "token", "key", "authorization", "cookie", "answer", "answers", "choice"];

/** JSON lines on standard error; standard output belongs to what a command prints. */
export function createLogger(level: string, destination: pino.DestinationStream = pino.destination(2)): Logger {
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
