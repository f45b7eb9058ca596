const sane = /^[A-Za-z0-9._-]{1,64}$/;

/** The caller's id when it is harmless in a log line, else null. */
export function saneRequestId(header: string | string[] | undefined): string | null {
  return typeof header === "string" && sane.test(header) ? header : null;
}
