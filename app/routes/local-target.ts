import { paths } from "#app/platform/paths.ts";

/** Where to go after signing in: a path of this site, or home. Anything that could lead elsewhere is ignored. */
export function localTarget(next: string | null): string {
  if (!next || !/^\/(?![/\\])/.test(next) || next.length > 500) return paths.home();
  const base = "http://local";
  const url = new URL(next, base);
  return url.origin === base ? url.pathname + url.search : paths.home();
}
