import { json, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { changePassword } from "#app/features/accounts/change-password.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { describedBy, FormField } from "#app/ui/form-field.tsx";
import { Notice } from "#app/ui/notice.tsx";

// The messages are keys of the catalogue.
const passwordInput = z
  .object({
    current: z.string().min(1, "wrong").max(200, "wrong"),
    next: z.string().min(12, "tooShort").max(200, "tooLong"),
    repeat: z.string(),
  })
  .refine(({ next, repeat }) => next === repeat, { path: ["repeat"], message: "unequal" })
  .refine(({ next, current }) => next !== current, { path: ["next"], message: "same" });

export const meta: MetaFunction = pageTitle("account:password.title");

export const loader = pageLoader("account:own", async ({ viewer, request }) => ({
  name: fullName(viewer.person),
  id: viewer.person.employeeId ?? viewer.person.externalId ?? "",
  mustChange: viewer.mustChangePassword,
  done: new URL(request.url).searchParams.has("changed"),
}));

export const action = pageAction("account:own", async ({ app, viewer, form, address }) => {
  const parsed = passwordInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return json({ problems: z.flattenError(parsed.error).fieldErrors }, { status: 422 });
  const { current, next } = parsed.data;
  const changed = await changePassword(app, { personId: viewer.person.id, current, next, address });
  if (!changed) return json({ problems: { current: ["wrong"] } as Record<string, string[]> }, { status: 422 });
  return redirect(`${paths.password()}?changed`, { headers: { "Set-Cookie": changed.cookie } });
});

const fields = [
  { name: "current", autoComplete: "current-password", hint: false },
  { name: "next", autoComplete: "new-password", hint: true },
  { name: "repeat", autoComplete: "new-password", hint: false },
] as const;

export default function Password() {
  const { t } = useTranslation("account");
  const { name, id, mustChange, done } = useLoaderData<typeof loader>();
  const problems: Record<string, string[] | undefined> = useActionData<typeof action>()?.problems ?? {};
  return (
    <div className="mx-auto flex max-w-md flex-col gap-6">
      <h1>{t("password.title")}</h1>
      <p className="text-ink-2">{t("password.intro", { name, id })}</p>
      {mustChange ? <Notice tone="warn">{t("password.mustChange")}</Notice> : null}
      {done ? (
        <Notice tone="ok" alert>
          {t("password.done")}
        </Notice>
      ) : null}
      <Form method="post" className="flex flex-col gap-5" reloadDocument>
        {fields.map((field) => {
          const errors = problems[field.name]?.map((key) => t(`password.${key}`));
          return (
            <FormField
              key={field.name}
              id={field.name}
              label={t(`password.${field.name}`)}
              hint={field.hint ? t("password.nextHint") : undefined}
              errors={errors}
            >
              <input
                id={field.name}
                name={field.name}
                type="password"
                className="field"
                autoComplete={field.autoComplete}
                required
                maxLength={200}
                {...describedBy(field.name, { hint: field.hint, errors })}
              />
            </FormField>
          );
        })}
        <button type="submit" className="button">
          {t("password.submit")}
        </button>
      </Form>
      <p>
        <Link to={paths.accountMail()}>{t("messages:account.link")}</Link>
      </p>
    </div>
  );
}
