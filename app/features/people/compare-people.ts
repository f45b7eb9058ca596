import type { FeedValues } from "./feed-shape.ts";
import type { KnownPeople, PeopleFeed } from "./people-feed.ts";
import type { KnownPerson, PersonFields } from "./person-fields.ts";

export type PersonChange = {
  person: PersonFields;
  /** Null for a person who is new. */
  known: KnownPerson | null;
  /** What differs from the known person. */
  fields: (keyof PersonFields)[];
  /** `person.leftAt` stands for the instant of the import, which is known only when it is applied. */
  leavesAtImport: boolean;
};

/** Each person is in one list: who leaves is not also moved, who has another manager or firm is not also changed. */
export type Comparison = {
  added: PersonChange[];
  changed: PersonChange[];
  moved: PersonChange[];
  left: PersonChange[];
  unchanged: number;
};

type Input<Column extends string> = {
  feed: PeopleFeed<Column>;
  rows: FeedValues<Column>[];
  known: KnownPeople;
  now: number;
};

/** What the rows of a file would change among the people known at `now`, matched by the id of the feed alone. */
export function comparePeople<Column extends string>({ feed, rows, known, now }: Input<Column>): Comparison {
  const comparison: Comparison = { added: [], changed: [], moved: [], left: [], unchanged: 0 };
  for (const row of rows) {
    const change = changeOf(row, { feed, known: known.get(row[feed.id.column]) ?? null, now });
    if (change.known === null) comparison.added.push(change);
    else if (change.fields.length === 0) comparison.unchanged += 1;
    else comparison[kindOfChange(change, change.known, now)].push(change);
  }
  return comparison;
}

function changeOf<Column extends string>(
  row: FeedValues<Column>,
  { feed, known, now }: { feed: PeopleFeed<Column>; known: KnownPerson | null; now: number },
): PersonChange {
  const leaving = feed.leaving(row, now);
  const hasLeft = known !== null && known.leftAt !== null && known.leftAt <= now;
  // Without a day from the feed, the day on which we first heard of it stays.
  const staysLeft = leaving === "at-import" && hasLeft;
  const leftAt = staysLeft ? known.leftAt : leaving === "at-import" ? now : leaving;
  const person = feed.person(row, leftAt);
  return { person, known, fields: differences(person, known), leavesAtImport: leaving === "at-import" && !staysLeft };
}

/** They are matched by one of these, and the other one is none of the feed's business. */
const ids: ReadonlySet<string> = new Set(["employeeId", "externalId"]);

function differences(person: PersonFields, known: KnownPerson | null): (keyof PersonFields)[] {
  if (known === null) return [];
  return (Object.keys(person) as (keyof PersonFields)[]).filter(
    (field) => !ids.has(field) && person[field] !== known[field],
  );
}

function kindOfChange({ person, fields }: PersonChange, known: KnownPerson, now: number): "left" | "moved" | "changed" {
  const wasHere = known.leftAt === null || known.leftAt > now;
  const isGone = person.leftAt !== null && person.leftAt <= now;
  if (wasHere && isGone) return "left";
  return fields.includes("managerEmployeeId") || fields.includes("firmId") ? "moved" : "changed";
}
