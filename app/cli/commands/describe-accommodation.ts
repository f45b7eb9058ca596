import type { Accommodation } from "#app/features/assessments/own-time-limit.ts";

export function describeAccommodation({ extraTimePercent }: Pick<Accommodation, "extraTimePercent">): string {
  return extraTimePercent === null ? "no time limit" : `${extraTimePercent} % more time`;
}
