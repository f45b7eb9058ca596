import { type HeadersFunction, json, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findViewer } from "#app/features/access/require-viewer.server.ts";
import { presentedSession } from "#app/features/accounts/read-session.server.ts";
import { acceptInvitation } from "#app/features/invitations/accept-invitation.server.ts";
import { findLink } from "#app/features/invitations/find-link.server.ts";
import { joinFields, readJoinInput } from "#app/features/invitations/join-input.ts";
import type { Link } from "#app/features/invitations/judge-link.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import { paths } from "#app/platform/paths.ts";
import { publicAction, publicLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { JoinForm } from "./join-form.tsx";
import type { JoinProblems } from "./join-problems.ts";
import { LinkEnded } from "./link-ended.tsx";
import { readNewPassword } from "./new-password.ts";

const title = pageTitle("joining:join.title");
export const meta: MetaFunction = (args) => [...(title(args) ?? []), { name: "robots", content: "noindex" }];
export const headers: HeadersFunction = () => ({ "x-robots-tag": "noindex" });

export const loader = publicLoader(async ({ app, context, request, params }) => {
  const link = await findLink(app, params.token ?? "");
  if (link.state === "used" && (await isOwn(link, { context, request }))) return redirect(paths.home());
  return json(shown(link), { status: statusOf(link) });
});

export const action = publicAction(async ({ app, context, request, params, form }) => {
  const token = params.token ?? "";
  const link = await findLink(app, token);
  if (link.state === "used" && (await isOwn(link, { context, request }))) return redirect(paths.home());
  if (link.state !== "open") return json({ ...shown(link), problems: {}, values: {} }, { status: statusOf(link) });
  const textOf = (field: string) => String(form.get(field) ?? "").slice(0, 1000);
  const about = link.named ? null : readJoinInput(textOf, joinFields);
  const password = readNewPassword(form);
  const problems: JoinProblems = {
    ...(about && "problems" in about ? about.problems : {}),
    ...("problems" in password ? password.problems : {}),
  };
  const values = Object.fromEntries(joinFields.map((field) => [field, textOf(field)]));
  if ("problems" in password || (about && "problems" in about))
    return json({ ...shown(link), problems, values }, { status: 422 });
  const joined = await acceptInvitation(app, {
    ...{ token, password: password.password, about: about?.input ?? null },
    presentedSession: presentedSession(app, request),
  });
  if ("cookie" in joined) return redirect(paths.home(), { headers: { "Set-Cookie": joined.cookie } });
  return json({ ...shown(joined.link), problems: {}, values: {} }, { status: statusOf(joined.link) });
});

type Asking = Parameters<typeof findViewer>[0];

/** Somebody who is in by this very link has posted the form twice, or come back. */
async function isOwn(link: Link & { state: "used" }, asking: Asking): Promise<boolean> {
  const viewer = await findViewer(asking);
  return viewer !== null && viewer.person.id === link.invitation.personId;
}

function statusOf({ state }: Link): number {
  return state === "open" ? 200 : state === "unknown" ? 404 : 410;
}

/** What the page may say: of a link that opens nothing, only why. */
function shown(link: Link) {
  if (link.state !== "open") return { state: link.state };
  const { invitation, firm, named } = link;
  const { address, givenName, familyName, language, source } = invitation;
  const name = named && fullName({ ...named.name, preferredName: null });
  return { state: link.state, firm, name, source, address, givenName, familyName, language };
}

export default function Join() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const page = answer ?? loaded;
  if (page.state !== "open") return <LinkEnded state={page.state} />;
  return <JoinForm page={page} problems={answer?.problems ?? {}} values={answer?.values ?? {}} />;
}
