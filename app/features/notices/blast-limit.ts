import type { NoticePolicy } from "#app/platform/db.server.ts";

/** Whether a run that nobody looked at may send so many mails among so many people. */
export function isBlast(mails: number, population: number, { blastShare, fewOnly }: NoticePolicy): boolean {
  return mails > fewOnly && mails > population * blastShare;
}
