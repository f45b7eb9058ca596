/** The files that an HLS playlist names, without query; addresses elsewhere are not ours. */
export function namedInPlaylist(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const plain = lines.filter((line) => line !== "" && !line.startsWith("#"));
  const inTags = lines.flatMap((line) => (line.startsWith("#") ? [...line.matchAll(/\bURI="([^"]+)"/g)] : []));
  const named = [...plain, ...inTags.map((match) => match[1] ?? "")];
  return [...new Set(named.filter((name) => !/^[a-z]+:/i.test(name)).map((name) => name.replace(/[?#].*$/, "")))];
}

/** How long the segments of a media playlist last together, in seconds; 0 for a playlist of playlists. */
export function playlistSeconds(text: string): number {
  return [...text.matchAll(/^#EXTINF:([\d.]+)/gm)].reduce((sum, match) => sum + Number(match[1]), 0);
}
