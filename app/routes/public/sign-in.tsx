import { json, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { presentedSession } from "#app/features/accounts/read-session.server.ts";
import { signIn } from "#app/features/accounts/sign-in.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { localTarget } from "#app/routes/local-target.ts";
import { publicAction, publicLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { FormField } from "#app/ui/form-field.tsx";
import { Notice } from "#app/ui/notice.tsx";

const signInInput = z.object({ login: z.string().trim().min(1).max(254), password: z.string().min(1).max(200) });

export const meta: MetaFunction = pageTitle("account:signIn.title");

export const loader = publicLoader(async ({ app, request }) => {
  const query = new URL(request.url).searchParams;
  return { next: localTarget(query.get("next")), login: query.get("login") ?? "", demo: app.env.demo };
});

export const action = publicAction(async ({ app, request, form, address }) => {
  const parsed = signInInput.safeParse({ login: form.get("login"), password: form.get("password") });
  const login = String(form.get("login") ?? "").slice(0, 254);
  if (!parsed.success) return json({ problem: "missing" as const, login, minutes: 0 }, { status: 422 });
  try {
    const entered = await signIn(app, { ...parsed.data, address, presentedSession: presentedSession(app, request) });
    if (!entered) return json({ problem: "wrong" as const, login, minutes: 0 }, { status: 401 });
    const target = entered.mustChange ? paths.password() : localTarget(String(form.get("next") ?? ""));
    return redirect(target, { headers: { "Set-Cookie": entered.cookie } });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "too-many-requests")) throw error;
    return json({ problem: "throttled" as const, login, minutes: Number(error.extra.minutes) }, { status: 429 });
  }
});

export default function SignIn() {
  const { t } = useTranslation("account");
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const missing = answer?.problem === "missing";
  return (
    <div className="mx-auto flex max-w-md flex-col gap-6">
      <h1>{t("signIn.title")}</h1>
      {answer && !missing ? (
        <Notice tone="stop" alert>
          {answer.problem === "wrong" ? t("signIn.wrong") : t("signIn.throttled", { count: answer.minutes })}
        </Notice>
      ) : null}
      <Form method="post" className="flex flex-col gap-5" reloadDocument>
        <input type="hidden" name="next" value={data.next} />
        <FormField
          id="login"
          label={t("signIn.login")}
          hint={t("signIn.loginHint")}
          errors={missing ? [t("signIn.missing")] : undefined}
        >
          <input
            id="login"
            name="login"
            className="field"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={254}
            defaultValue={answer?.login ?? data.login}
            aria-describedby={missing ? "login-hint login-error" : "login-hint"}
          />
        </FormField>
        <FormField id="password" label={t("signIn.password")}>
          <input
            id="password"
            name="password"
            type="password"
            className="field"
            autoComplete="current-password"
            required
            maxLength={200}
          />
        </FormField>
        <button type="submit" className="button">
          {t("signIn.submit")}
        </button>
      </Form>
      <p className="text-ink-3 text-[0.95rem]">{t("signIn.help")}</p>
      <p className="text-ink-3 text-[0.95rem]">
        {t("signIn.partners")} <Link to={paths.register()}>{t("signIn.register")}</Link>
      </p>
      {data.demo ? (
        <p>
          <Link to={paths.demoMailbox()}>{t("messages:demo.link")}</Link>
          <span className="text-ink-3 block text-[0.95rem]">{t("messages:demo.linkText")}</span>
        </p>
      ) : null}
    </div>
  );
}
