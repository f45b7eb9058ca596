import { json, redirect } from "@remix-run/node";
import type { Viewer } from "#app/features/access/require-viewer.server.ts";
import { namesOf } from "#app/features/notices/list-runs.server.ts";
import { defaultNoticePolicy, policyFields } from "#app/features/notices/notice-policy.ts";
import {
  getNoticeSettings,
  listNoticeSettings,
  setNoticeSettings,
} from "#app/features/notices/notice-settings.server.ts";
import { policyChanges } from "#app/features/notices/policy-history.ts";
import type { PolicyProblems } from "#app/features/notices/policy-problems.ts";
import { type PolicyTexts, policyTexts, readPolicyTexts } from "#app/features/notices/policy-text.ts";
import { type PolicyPreview, previewPolicy } from "#app/features/notices/preview-policy.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";

/** The rules in force as they are typed, and everybody who changed them. */
export async function loadPolicy({ db }: AppContext, url: URL) {
  const { policy, at } = await getNoticeSettings(db.read);
  const changes = policyChanges(await listNoticeSettings(db.read));
  const nameOf = await namesOf(
    db.read,
    changes.map(({ by }) => by),
  );
  const done = url.searchParams.get("done");
  return {
    texts: policyTexts(url.searchParams.has("defaults") ? defaultNoticePolicy : policy),
    /** What a change is based on: another one may come first. */
    basedOn: at,
    done: done === "saved" || done === "same" ? done : null,
    changes: changes.map(({ by, ...change }) => ({ ...change, by: nameOf(by) })),
  };
}

export type PolicyPageData = Awaited<ReturnType<typeof loadPolicy>>;
export type PolicyAnswer = {
  texts: PolicyTexts;
  problems: PolicyProblems;
  preview: PolicyPreview | null;
  stale: boolean;
};

/** Shows what other rules would do, or saves them. What cannot be saved comes back as it was typed. */
export async function decidePolicy({ db, clock }: AppContext, viewer: Viewer, form: FormData) {
  const texts = Object.fromEntries(
    policyFields.map((field) => [field, form.getAll(field).map(String).join(",").slice(0, 200)]),
  ) as PolicyTexts;
  const answer: PolicyAnswer = { texts, problems: {}, preview: null, stale: false };
  const read = readPolicyTexts(texts, defaultNoticePolicy);
  if ("problems" in read) return json({ ...answer, problems: read.problems }, { status: 422 });
  const { policy } = read;
  const intent = form.get("intent");
  if (intent === "preview") return json({ ...answer, preview: await previewPolicy(db, { now: clock.now(), policy }) });
  if (intent !== "save") throw new AppError("validation-failed", "The form asks for something that is not known.");
  const based = String(form.get("basedOn") ?? "");
  try {
    const by = viewer.person.id;
    const changed = await setNoticeSettings({ db, clock, policy, by, basedOn: based === "" ? null : Number(based) });
    return redirect(paths.noticePolicy({ done: changed ? "saved" : "same" }));
  } catch (error) {
    if (!(error instanceof AppError && error.code === "conflict")) throw error;
    return json({ ...answer, stale: true }, { status: 409 });
  }
}
