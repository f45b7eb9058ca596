/** A file that lies beside the description of a replay. */
export type MediaFile =
  | { kind: "captions"; text: string }
  | { kind: "film"; hash: string; seconds: number | null; fastStart: boolean; files: string[]; missing: string[] }
  | { kind: "other" };
