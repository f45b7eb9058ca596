/** Content types by the end of a name. What is not here is not handed out. */
const types: Record<string, string> = {
  mp4: "video/mp4",
  m3u8: "application/vnd.apple.mpegurl",
  ts: "video/mp2t",
  m4s: "video/iso.segment",
  vtt: "text/vtt; charset=utf-8",
  jpg: "image/jpeg",
  png: "image/png",
};

const pattern = /^[a-z0-9]+([._-][a-z0-9]+)*\.[a-z0-9]+$/;

/** A plain name in lower case with a known end: it can lead nowhere but into its own folder. */
export function isFileName(name: string): boolean {
  return pattern.test(name) && contentType(name) !== null;
}

export function contentType(name: string): string | null {
  const end = name.slice(name.lastIndexOf(".") + 1);
  return Object.hasOwn(types, end) ? (types[end] ?? null) : null;
}
