/** The text cut where it holds what is searched for: every second piece is a hit. One piece when there is none. */
export function splitAtHits(text: string, query: string): string[] {
  const wanted = folded(query.trim());
  if (wanted === "") return [text];
  // Folding keeps the length of each character, so places in the folded text are places in the text.
  const within = folded(text);
  const pieces: string[] = [];
  let from = 0;
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, from)) {
    pieces.push(text.slice(from, at), text.slice(at, at + wanted.length));
    from = at + wanted.length;
  }
  return [...pieces, text.slice(from)];
}

/** Without case and accents. */
function folded(text: string): string {
  return [...text].map((one) => foldedOne(one)).join("");
}

function foldedOne(character: string): string {
  const plain = character.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.length === character.length ? plain : character;
}
