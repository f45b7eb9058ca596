import type { AppContext } from "#app/platform/app-context.ts";
import { findToldSteps } from "./find-told.server.ts";
import { listPersonNotices, type PersonNotice } from "./list-person-notices.server.ts";
import { type NextNotice, nextNotice } from "./next-notice.ts";
import { occasionOf } from "./notice-line.ts";
import { overdueSince } from "./notice-person.ts";
import { getNoticeSettings } from "./notice-settings.server.ts";
import { planNudges } from "./plan-nudges.server.ts";
import { readJudged } from "./read-notice-people.server.ts";

export type PersonNotices = {
  told: PersonNotice[];
  next: NextNotice | { none: "off" | "held" };
  /** Whether a nudge could be of use now. */
  mayBeNudged: boolean;
};

/** What was told about a person, and what comes next or why nothing does. */
export async function getPersonNotices(
  { db, clock }: Pick<AppContext, "db" | "clock">,
  { personId }: { personId: string },
): Promise<PersonNotices> {
  const at = clock.now();
  const { enabled, policy } = await getNoticeSettings(db.read);
  const told = await listPersonNotices(db.read, { personId });
  const [judged] = await readJudged(db.read, [personId], () => at);
  if (!judged) return { told, next: { none: "not-counted" }, mayBeNudged: false };
  const { person, subject } = judged;
  const held = subject.holds.some(({ liftedAt }) => liftedAt === null || liftedAt > at);
  const endAt = person.dueAt !== null && at >= person.dueAt ? overdueSince(person) : person.dueAt;
  const steps = await findToldSteps(db.read, { personId, endAt });
  const isTold = (step: string) => endAt !== null && steps.has({ personId, occasion: occasionOf(endAt), step });
  const next = nextNotice(person, { at, policy, isTold });
  return {
    told,
    next: enabled ? ("none" in next && held ? { none: "held" } : next) : { none: "off" },
    mayBeNudged: (await planNudges(db.read, { personIds: [personId], now: at }))[0]?.refusal === null,
  };
}
