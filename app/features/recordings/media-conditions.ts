type Version = { etag: string; modified: Date };
type Headers = Record<string, string | string[] | undefined>;

/** Whether whoever asks has this very version already (RFC 9110, 13.1): `If-None-Match` alone decides where it is given. */
export function isNotModified(headers: Headers, { etag, modified }: Version): boolean {
  const match = headers["if-none-match"];
  if (typeof match === "string")
    return match.trim() === "*" || match.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
  const since = headers["if-modified-since"];
  return typeof since === "string" && wholeSeconds(modified) <= Date.parse(since);
}

/** Whether a range may be answered: without `If-Range`, or where it names this very version, by its tag or its date. */
export function rangeHolds(headers: Headers, { etag, modified }: Version): boolean {
  const condition = headers["if-range"];
  if (condition === undefined) return true;
  if (typeof condition !== "string") return false;
  return condition.startsWith('"') ? condition === etag : Date.parse(condition) === wholeSeconds(modified);
}

/** The dates of HTTP have no fractions. */
function wholeSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000) * 1000;
}
