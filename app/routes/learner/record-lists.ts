import type { OwnRecord } from "#app/features/record/get-record.server.ts";
import { accountLists } from "./account-lists.ts";
import { courseLists } from "./course-lists.ts";
import type { ListWords, RecordList } from "./record-list.ts";
import { rightsLists } from "./rights-lists.ts";

/** The parts of a record that are plain lists, each as lines to read. */
export function recordLists(record: OwnRecord, given: Omit<ListWords, "when">): RecordList[] {
  const words = { ...given, when: (iso: string) => given.moment(Date.parse(iso)) };
  return [...accountLists(record, words), ...courseLists(record, words), ...rightsLists(record, words)];
}
