import { type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { endDelegation } from "#app/features/delegations/end-delegation.server.ts";
import { listDelegations } from "#app/features/delegations/list-delegations.server.ts";
import { checkDelegate, nameDelegate } from "#app/features/delegations/name-delegate.server.ts";
import { spendEmployeeSearch } from "#app/features/delegations/spend-employee-search.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { ConfirmDelegate, DelegateForm } from "./delegate-form.tsx";
import { DelegationList } from "./delegation-list.tsx";

export const meta: MetaFunction = pageTitle("delegates:title");

const outcomes = ["named", "already", "ended"] as const;

export const loader = pageLoader("team:delegate", async ({ app, viewer, request }) => {
  const now = app.clock.now();
  const done = new URL(request.url).searchParams.get("done");
  return {
    today: dayIn(now, viewer.person.timeZone),
    done: outcomes.find((outcome) => outcome === done) ?? null,
    delegations: await listDelegations(app.db.read, { managerId: viewer.person.id, now }),
  };
});

/** First shows whom a draft names; the name is given by sending it once more. */
export const action = pageAction("team:delegate", async ({ app, viewer, form }) => {
  const managerId = viewer.person.id;
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 600);
  if (text("intent") === "end") {
    await endDelegation({ ...app, managerId, id: text("id") });
    return redirect(paths.delegates("ended"));
  }
  const draft = { who: text("who"), from: text("from"), until: text("until"), reason: text("reason") };
  if (text("intent") === "change") return { draft, problem: null, delegate: null };
  spendEmployeeSearch({ ...app, personId: managerId });
  if (text("intent") === "name") {
    const named = await nameDelegate({ ...app, managerId, draft });
    if (named.problem === null) return redirect(paths.delegates("named"));
    if (named.problem === "already") return redirect(paths.delegates("already"));
    return { draft, problem: named.problem, delegate: null };
  }
  const checked = await checkDelegate({ ...app, managerId, draft });
  if (checked.problem !== null) return { draft, problem: checked.problem, delegate: null };
  const { delegate, period } = checked;
  const { jobTitle, employeeId } = delegate;
  return {
    draft,
    problem: null,
    delegate: { name: fullName(delegate), jobTitle, employeeId: employeeId ?? "", ...period },
  };
});

function dayIn(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(at);
}

export default function DelegatesPage() {
  const { t } = useTranslation("delegates");
  const { today, done, delegations } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  return (
    <div className="flex max-w-[820px] flex-col gap-8">
      <p>
        <Link to={paths.team()}>{t("team:home.title")}</Link>
      </p>
      <div className="flex flex-col gap-3">
        <h1>{t("title")}</h1>
        <p className="text-ink-2 max-w-[66ch]">{t("lead")}</p>
      </div>
      {done && !answer ? (
        <Notice tone={done === "already" ? "info" : "ok"} alert>
          <span>{t(`done.${done}`)}</span>
        </Notice>
      ) : null}
      {answer?.delegate ? (
        <ConfirmDelegate draft={answer.draft} delegate={answer.delegate} />
      ) : (
        <DelegateForm draft={answer?.draft ?? null} problem={answer?.problem ?? null} today={today} />
      )}
      <DelegationList delegations={delegations} />
    </div>
  );
}
