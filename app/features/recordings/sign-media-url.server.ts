import { createHmac, timingSafeEqual } from "node:crypto";

type Signing = { key: string /** Milliseconds since 1970. */; now: number };

/**
 * An address that admits to a film until it expires: `expires` in seconds since 1970 and `signature`, the hexadecimal
 * HMAC-SHA-256 under the shared key of the path, a line feed and `expires`. Of a playlist the folder is signed and named as
 * `prefix`, so that the same query admits to its segments. Whatever query the address has stays.
 */
export function signMediaUrl(address: string, { key, now, seconds }: Signing & { seconds: number }): string {
  const url = new URL(address);
  const expires = Math.ceil(now / 1000) + seconds;
  const isPlaylist = url.pathname.endsWith(".m3u8");
  const signed = isPlaylist ? url.pathname.slice(0, url.pathname.lastIndexOf("/") + 1) : url.pathname;
  if (isPlaylist) url.searchParams.set("prefix", signed);
  url.searchParams.set("expires", String(expires));
  url.searchParams.set("signature", signatureOf(signed, expires, key));
  return url.href;
}

/** Whether an address admits to what it names at this moment. */
export function isSignedMediaUrl(address: string, { key, now }: Signing): boolean {
  const { pathname, searchParams } = new URL(address);
  const expires = searchParams.get("expires") ?? "";
  const prefix = searchParams.get("prefix");
  if (!/^\d{1,12}$/.test(expires) || Number(expires) * 1000 <= now) return false;
  if (prefix !== null && !(prefix.endsWith("/") && pathname.startsWith(prefix))) return false;
  const given = Buffer.from(searchParams.get("signature") ?? "");
  const right = Buffer.from(signatureOf(prefix ?? pathname, Number(expires), key));
  return given.length === right.length && timingSafeEqual(given, right);
}

function signatureOf(path: string, expires: number, key: string): string {
  return createHmac("sha256", key).update(`${path}\n${expires}`).digest("hex");
}
