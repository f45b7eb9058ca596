import { alarmKinds } from "./find-alarms.ts";
import type { ItemReport } from "./item-report.ts";

/** What needs attention first: by the most urgent alarm, then by the lowest discrimination. */
export function sortByAlarm(items: readonly ItemReport[]): ItemReport[] {
  const urgency = ({ alarms }: ItemReport) =>
    Math.min(alarmKinds.length, ...alarms.map(({ kind }) => alarmKinds.indexOf(kind)));
  const worth = ({ figures }: ItemReport) => figures?.discrimination ?? 2;
  return [...items].sort((a, b) => urgency(a) - urgency(b) || worth(a) - worth(b) || (a.item.id < b.item.id ? -1 : 1));
}
