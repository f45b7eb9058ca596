import type { Viewer } from "#app/features/access/require-viewer.server.ts";
import { invitationLimits } from "#app/features/invitations/invitation-limits.ts";
import { invitePeople } from "#app/features/invitations/invite-people.server.ts";
import { parseInvitees } from "#app/features/invitations/parse-invitees.ts";
import { resendInvitation } from "#app/features/invitations/resend-invitation.server.ts";
import { revokeInvitation } from "#app/features/invitations/revoke-invitation.server.ts";
import { canonicalLanguage } from "#app/features/people/field-rules.ts";
import { fullName } from "#app/features/people/full-name.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import type { Done } from "./done.ts";

export type InviteProblem = {
  problem: "empty" | "tooMany" | "unreadable";
  addresses: string;
  language: string;
  unreadable: string[];
};

type Given = { app: AppContext; viewer: Viewer; firmId: string; form: FormData };

const longestText = 20_000;
const resent = { sent: "resent", "too-soon": "tooSoon", "too-often": "tooOften", joined: "hasJoined" } as const;

/** What coordinators and the program office do about invitations to a firm; null for another intent. */
export async function actOnInvitations({ app, viewer, firmId, form }: Given): Promise<Done | InviteProblem | null> {
  const by = { personId: viewer.person.id, name: fullName(viewer.person) };
  const scope = { ...app, firmId };
  const invitationId = String(form.get("invitation") ?? "");
  switch (form.get("intent")) {
    case "invite":
      return invite({ app, firmId, form, by });
    case "resend":
      return orGone(async () => ({ done: resent[await resendInvitation({ ...scope, invitationId, by })] }));
    case "revoke":
      return orGone(async (): Promise<Done> => {
        await revokeInvitation({ ...scope, invitationId, by: by.personId });
        return { done: "revoked" };
      });
    default:
      return null;
  }
}

async function invite({ app, firmId, form, by }: Omit<Given, "viewer"> & { by: { personId: string; name: string } }) {
  const addresses = String(form.get("addresses") ?? "").slice(0, longestText);
  const language = canonicalLanguage(String(form.get("language") ?? "")) ?? "en";
  const { invitees, unreadable } = parseInvitees(addresses);
  const problem = (name: InviteProblem["problem"]) => ({ problem: name, addresses, language, unreadable });
  if (unreadable.length > 0) return problem("unreadable");
  if (invitees.length === 0) return problem("empty");
  if (invitees.length > invitationLimits.mostAtOnce) return problem("tooMany");
  return orGone(async (): Promise<Done> => {
    const results = await invitePeople({ ...app, firmId, by, invitees, language });
    const count = (wanted: string) => results.filter(({ result }) => result === wanted).length;
    return { done: "invited", invited: count("invited"), joined: count("joined"), before: count("invited-before") };
  });
}

/** A button of a page that is no longer true does nothing, and the page that follows shows what is. */
export async function orGone<T>(act: () => Promise<T>): Promise<T | Done> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof AppError && (error.code === "not-found" || error.code === "conflict")) return { done: "gone" };
    throw error;
  }
}
