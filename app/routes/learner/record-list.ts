import type { RecordWords } from "./evidence-sentence.ts";
import type { RecordLine } from "./record-section.tsx";

/** `id` is its name in the catalogue. */
export type RecordList = { id: string; lines: RecordLine[] };
/** `when` writes an instant that the record holds as ISO 8601. */
export type ListWords = RecordWords & { country: (code: string) => string; when: (iso: string) => string };
