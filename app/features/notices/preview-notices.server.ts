import type { Database, MessageContent, NoticeSummary } from "#app/platform/db.server.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";
import { isBlast } from "./blast-limit.ts";
import type { MailKind } from "./compose-mails.ts";
import { opensAt } from "./local-clock.ts";
import type { Moment } from "./moment.ts";
import { getNoticeSettings } from "./notice-settings.server.ts";
import { planNotices } from "./plan-notices.server.ts";
import { summariseMails } from "./summarise-mails.ts";
import { writeMails } from "./write-mails.server.ts";

export type NoticePreview = {
  summary: NoticeSummary;
  population: number;
  withoutAddress: number;
  /** It would stop and wait to be confirmed. */
  blast: boolean;
  examples: { kind: MailKind; toName: string; content: MessageContent }[];
};

/** A run at one instant, or a whole calendar day for everybody as it opens where they are. */
export type PreviewOf = { at: number } | { day: string };

/** What would be sent if reminders were on, without sending anything; of the future, as far as facts are known now. */
export async function previewNotices(db: Database, of: PreviewOf): Promise<NoticePreview> {
  const { policy } = await getNoticeSettings(db.read);
  const moment: Moment = "at" in of ? () => of.at : openings(of.day, (zone, day) => opensAt(day, zone, policy));
  const { mails, population, withoutAddress } = await planNotices(db, { moment, policy });
  const kinds = ["reminder", "escalation", "digest"] as const;
  const chosen = kinds.flatMap((kind) => mails.find((mail) => mail.kind === kind) ?? []);
  const { written } = await writeMails(db.read, { mails: chosen, moment });
  return {
    ...{ summary: summariseMails(mails), population, withoutAddress },
    blast: isBlast(mails.length, population, policy),
    examples: written.map(({ mail, content }) => ({ kind: mail.kind, toName: mail.to.name, content })),
  };
}

function openings(text: string, opening: (timeZone: string, day: number) => number): Moment {
  const day = Date.parse(`${text}T00:00:00Z`) / millisecondsADay;
  const known = new Map<string, number>();
  return (timeZone) => {
    const at = known.get(timeZone) ?? opening(timeZone, day);
    known.set(timeZone, at);
    return at;
  };
}
