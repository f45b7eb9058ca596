import { isAllowed, type Permission, type Role } from "#app/features/access/roles.ts";
import { paths } from "#app/platform/paths.ts";

type Entry = { name: string; to: string; permission: Permission };

const groups = [
  {
    name: "people",
    entries: [
      { name: "team", to: paths.team(), permission: "team:read" },
      { name: "rollOut", to: paths.rollOut(), permission: "roll-out:read" },
      { name: "firms", to: paths.officeFirms(), permission: "firms:administer" },
      { name: "import", to: paths.peopleImport(), permission: "people:import" },
    ],
  },
  {
    name: "content",
    entries: [
      { name: "rules", to: paths.currentRules(), permission: "rules:read" },
      { name: "publish", to: paths.publish(), permission: "content:publish" },
      { name: "items", to: paths.itemStatistics(), permission: "items:statistics" },
      { name: "trust", to: paths.trust(), permission: "trust:read" },
      { name: "verify", to: paths.verifyAny(), permission: "account:own" },
    ],
  },
  {
    name: "messages",
    entries: [
      { name: "notices", to: paths.notices(), permission: "notices:manage" },
      { name: "sent", to: paths.messages(), permission: "messages:manage" },
      { name: "refusals", to: paths.mailRefusals(), permission: "messages:manage" },
    ],
  },
  {
    name: "system",
    entries: [
      { name: "work", to: paths.work(), permission: "work:own" },
      { name: "schedule", to: paths.schedule(), permission: "work:everybody" },
    ],
  },
] as const satisfies { name: string; entries: readonly Entry[] }[];

export type OfficeGroup = { name: string; entries: { name: string; to: string }[] };

/** What these roles may open, by what it is about; groups without an entry are left out. */
export function officeGroups(roles: readonly Role[]): OfficeGroup[] {
  return groups
    .map(({ name, entries }) => ({ name, entries: entries.filter(({ permission }) => isAllowed(roles, permission)) }))
    .filter(({ entries }) => entries.length > 0);
}
