import type { FeedShape, FeedValues, ShapedRow } from "./feed-shape.ts";
import type { ImportWarning } from "./import-warning.ts";
import type { KnownPerson, PersonFields } from "./person-fields.ts";
import type { Refusal } from "./refusal.ts";

/** People by the id under which the feed names them. */
export type KnownPeople = ReadonlyMap<string, KnownPerson>;

type Among<Column extends string> = {
  /** Rows that meet every other rule, one for each id. */
  rows: ShapedRow<Column>[];
  /** Every id that stands in the file, on refused rows too. */
  idsInFile: ReadonlySet<string>;
  known: KnownPeople;
};

/** A feed that tells who there is: the shape of its rows, and what a row makes of a person. */
export type PeopleFeed<Column extends string> = FeedShape<Column> & {
  kind: "rep" | "partner";
  /** What a person who is moved has another of. */
  movesTo: "manager" | "firm";
  /** Whether the row says that the person has left. */
  saysLeft: (values: FeedValues<Column>) => boolean;
  emailOf: (values: FeedValues<Column>) => string;
  /** "at-import" where the row says so but gives no day that has passed. Null: not leaving. */
  leaving: (values: FeedValues<Column>, now: number) => number | "at-import" | null;
  person: (values: FeedValues<Column>, leftAt: number | null) => PersonFields;
  /** What the rows must meet together with each other and with what is known. */
  checkAmong: (among: Among<Column>) => { refusals: Map<ShapedRow<Column>, Refusal>; waiting: ShapedRow<Column>[] };
  /** The fields that, all changed together with the name, mean that an id was most likely given to somebody else. */
  somebodyElse: { fields: readonly (keyof PersonFields)[]; message: (count: number) => string };
  /** What should be known about the accepted rows besides what every feed warns of. */
  warn: (found: { accepted: FeedValues<Column>[]; waiting: number }) => ImportWarning[];
  /** What the ids in a person's fields are called, where a reader is shown a change of them. */
  names?: ReadonlyMap<string, string>;
};
