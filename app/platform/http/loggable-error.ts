type LoggableError = { type: string; message: string; code?: string; stack?: string; cause?: LoggableError };

/**
 * What of an error may stand in a log. A failed query names its parameters in its message, and drivers hang values of
 * rows on their errors; those can be answers and secrets, so only these members are taken and the parameters cut off.
 */
export function loggableError(error: unknown): LoggableError {
  if (!(error instanceof Error)) return { type: typeof error, message: "Something that is no error was thrown." };
  return {
    type: error.name,
    message: withoutParameters(error.message),
    ...("code" in error && typeof error.code === "string" ? { code: error.code } : {}),
    ...(error.stack ? { stack: withoutParameters(error.stack) } : {}),
    ...(error.cause === undefined ? {} : { cause: loggableError(error.cause) }),
  };
}

/** Cuts what stands between `params:` and the frames at the end of a stack. */
function withoutParameters(text: string): string {
  const start = text.indexOf("\nparams: ");
  if (start === -1) return text;
  const lines = text.split("\n");
  const last = lines.findLastIndex((line) => !line.startsWith("    at "));
  return [text.slice(0, start), "params: [withheld]", ...lines.slice(last + 1)].join("\n");
}
