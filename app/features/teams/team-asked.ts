import { z } from "zod";
import { type PeopleFilter, readPeopleFilter } from "./people-filter.ts";

/** Which of the teams that somebody may see: employee ids of whom they stand in for, and of a manager in it. */
export type TeamPlace = { for: string | null; manager: string | null };

/** The people that work in the background is about, as it is stored: a filter, and in which team. */
export const teamAsked = {
  filter: z.record(z.string(), z.string().nullable()).transform(filterOf),
  place: z.object({ for: z.string().nullable(), manager: z.string().nullable() }),
};

function filterOf(given: Record<string, string | null>): PeopleFilter {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value !== null) query.set(name, value);
  return readPeopleFilter(query);
}
