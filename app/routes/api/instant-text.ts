const millisecondsADay = 86_400_000;
const mostDays = 10_000;

/** The date of each day that was asked for, up to the T: a decision names several instants, on a few days. */
const dates = new Map<number, string>();
const padded = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, "0"));

/** ISO 8601 in UTC, as `Date.toISOString` gives it, at a fifth of its cost. */
export function instantText(at: number): string {
  const day = Math.floor(at / millisecondsADay);
  const rest = at - day * millisecondsADay;
  const hours = padded[Math.floor(rest / 3_600_000)];
  const minutes = padded[Math.floor(rest / 60_000) % 60];
  const seconds = padded[Math.floor(rest / 1000) % 60];
  return `${dateText(day)}${hours}:${minutes}:${seconds}.${String(rest % 1000).padStart(3, "0")}Z`;
}

function dateText(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * millisecondsADay).toISOString().slice(0, -"00:00:00.000Z".length);
  if (dates.size >= mostDays) dates.clear();
  dates.set(day, text);
  return text;
}
