/**
 * Makes a function that answers each text with one and the same string as long as it is among the first `limit`
 * different ones. A feed repeats its countries, places and titles in every row; sharing them halves the memory.
 */
export function shareStrings(limit: number): (text: string) => string {
  const shared = new Map<string, string>();
  return (text) => {
    const first = shared.get(text);
    if (first !== undefined) return first;
    if (shared.size < limit) shared.set(text, text);
    return text;
  };
}
