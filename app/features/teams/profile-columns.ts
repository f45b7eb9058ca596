import { codeOf, type Dictionary, dictionary } from "./dictionary.ts";
import type { Profile } from "./team-member.ts";
import { putText, type TextColumn, textAt, textColumn } from "./text-column.ts";
import { addText, type TextIndex, textIndex, textOf, widened } from "./text-index.ts";

const cuts = ["country", "region", "department", "jobTitle"] as const;
type Cut = (typeof cuts)[number];
const texts = ["name", "sortKey", "searchKey"] as const;

/**
 * Profiles as columns: a person is a slot, the number of the id in `ids`. Read-only once made; what is only ever added
 * to (indexes, dictionaries, pools of text) is shared with the next version, everything else copied for it.
 */
export type ProfileColumns = {
  size: number;
  ids: TextIndex;
  /** Employee ids of people and of managers, who need not be known. */
  employees: TextIndex;
  values: Record<Cut, Dictionary>;
  codes: Record<Cut, Uint32Array>;
  own: Int32Array;
  manager: Int32Array;
  flags: Uint8Array;
  texts: Record<(typeof texts)[number], TextColumn>;
};

export const flag = { present: 1, rep: 2, onLeave: 4, contractor: 8 } as const;
const noManager = -1;

export function profileColumns(room: number): ProfileColumns {
  const each = <T>(make: () => T) => Object.fromEntries(cuts.map((cut) => [cut, make()])) as Record<Cut, T>;
  return {
    size: 0,
    ids: textIndex(room),
    employees: textIndex(room),
    values: each(dictionary),
    codes: each(() => new Uint32Array(room)),
    own: new Int32Array(room),
    manager: new Int32Array(room),
    flags: new Uint8Array(room),
    texts: { name: textColumn(room), sortKey: textColumn(room), searchKey: textColumn(room) },
  };
}

/** A copy to write to, with room for at least so many. */
export function copyProfiles(columns: ProfileColumns, room: number): ProfileColumns {
  const { codes, own, manager, flags, texts } = columns;
  const wide = Math.max(room, own.length);
  const text = ({ pool, start, length }: TextColumn) => ({
    ...{ pool, start: widened(start, wide), length: widened(length, wide) },
  });
  return {
    ...columns,
    codes: {
      country: widened(codes.country, wide),
      region: widened(codes.region, wide),
      department: widened(codes.department, wide),
      jobTitle: widened(codes.jobTitle, wide),
    },
    own: widened(own, wide),
    manager: widened(manager, wide),
    flags: widened(flags, wide),
    texts: { name: text(texts.name), sortKey: text(texts.sortKey), searchKey: text(texts.searchKey) },
  };
}

export function profileAt(columns: ProfileColumns, slot: number): Profile {
  const { ids, employees, values, codes, own, manager, flags } = columns;
  const above = manager[slot] ?? noManager;
  const is = flags[slot] ?? 0;
  const value = (cut: Cut) => values[cut].values[codes[cut][slot] ?? 0] ?? "";
  return {
    id: textOf(ids, slot),
    employeeId: textOf(employees, own[slot] ?? 0),
    name: textAt(columns.texts.name, slot),
    sortKey: textAt(columns.texts.sortKey, slot),
    searchKey: textAt(columns.texts.searchKey, slot),
    kind: is & flag.rep ? "rep" : "staff",
    managerEmployeeId: above === noManager ? null : textOf(employees, above),
    ...{ country: value("country"), region: value("region"), department: value("department") },
    jobTitle: value("jobTitle"),
    onLeave: (is & flag.onLeave) !== 0,
    contractor: (is & flag.contractor) !== 0,
  };
}

export function isSameProfile(columns: ProfileColumns, slot: number, profile: Profile): boolean {
  if (((columns.flags[slot] ?? 0) & flag.present) === 0) return false;
  const known = profileAt(columns, slot);
  return (Object.keys(known) as (keyof Profile)[]).every((key) => known[key] === profile[key]);
}

export function putProfile(columns: ProfileColumns, slot: number, profile: Profile): void {
  const { employees, values, codes, own, manager, flags } = columns;
  for (const cut of cuts) codes[cut][slot] = codeOf(values[cut], profile[cut]);
  own[slot] = addText(employees, profile.employeeId);
  manager[slot] = profile.managerEmployeeId === null ? noManager : addText(employees, profile.managerEmployeeId);
  flags[slot] =
    flag.present |
    (profile.kind === "rep" ? flag.rep : 0) |
    (profile.onLeave ? flag.onLeave : 0) |
    (profile.contractor ? flag.contractor : 0);
  for (const text of texts) putText(columns.texts[text], slot, profile[text]);
}
