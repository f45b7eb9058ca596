import { type PeopleFilter, readPeopleFilter, type Sort, sorts } from "#app/features/teams/people-filter.ts";

export type PeopleQuery = { filter: PeopleFilter; sort: Sort; backwards: boolean; page: number };

/** What a list's URL asks for. */
export function readPeopleQuery(request: Request): PeopleQuery {
  const query = new URL(request.url).searchParams;
  return {
    filter: readPeopleFilter(query),
    sort: sorts.find((sort) => sort === query.get("sort")) ?? "name",
    backwards: query.get("dir") === "down",
    page: readPage(query.get("page")),
  };
}

/** The page that a URL asks for; the first where it names none. */
export function readPage(asked: string | null): number {
  const page = Number(asked);
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}

/** The same as the members of a URL's query. */
export function peopleQueryOf({ filter, sort, backwards, page }: PeopleQuery): Record<string, string | null> {
  return {
    ...filter,
    sort: sort === "name" ? null : sort,
    dir: backwards ? "down" : null,
    page: page > 1 ? String(page) : null,
  };
}
