/**
 * The answer that a practice form posts: the chosen tokens, or, for an ordering, every token by its place. Two tokens in
 * one place give an answer that fits no scenario, which is then asked for again.
 */
export function readScenarioAnswer(form: FormData): string[] {
  const places = [...form.entries()]
    .filter(([name]) => name.startsWith("place-"))
    .map(([name, place]) => ({ token: name.slice("place-".length), place: Number(place) }));
  if (places.length === 0) return form.getAll("choice").map(String);
  const distinct = new Set(places.map(({ place }) => place));
  const inRange = places.every(({ place }) => Number.isInteger(place) && place >= 1 && place <= places.length);
  if (!inRange || distinct.size !== places.length) return [];
  return places.sort((a, b) => a.place - b.place).map(({ token }) => token);
}
