import type { AppContext } from "#app/platform/app-context.ts";
import { hashInvitationToken } from "./invitation-token.server.ts";
import { judgeLink, type Link } from "./judge-link.server.ts";

/** What the link with a token does now. */
export function findLink({ db, clock }: AppContext, token: string): Promise<Link> {
  return judgeLink(db.read, { tokenHash: hashInvitationToken(token), now: clock.now() });
}
