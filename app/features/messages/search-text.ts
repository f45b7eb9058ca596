import { foldName } from "../teams/fold-name.ts";

type Searched = { toName: string; toAddress: string; content: { subject: string } };

/** What a message is found by. */
export function searchText({ toName, toAddress, content }: Searched): string {
  return foldName(`${toName}\n${toAddress}\n${content.subject}`);
}
