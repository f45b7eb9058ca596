import { isAllowed, type Role } from "#app/features/access/roles.ts";
import { paths } from "#app/platform/paths.ts";

const places = {
  people: { to: paths.teamPeople(), title: "team:list.title", permission: "team:read" },
  import: { to: paths.peopleImport(), title: "work:import.title", permission: "people:import" },
  publish: { to: paths.publish(), title: "work:publish.title", permission: "content:publish" },
} as const;

/** The page from which work of a kind is started, with the text that is its title. */
export function startedFrom(kind: string) {
  if (kind.startsWith("content")) return places.publish;
  return kind.startsWith("people_import") ? places.import : places.people;
}

/** All pages from which these roles start work. */
export function startingPlaces(roles: readonly Role[]): { to: string; title: string }[] {
  return Object.values(places)
    .filter(({ permission }) => isAllowed(roles, permission))
    .map(({ to, title }) => ({ to, title }));
}
