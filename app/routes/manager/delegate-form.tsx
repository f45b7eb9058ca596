import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DelegationDraft, DelegationProblem } from "#app/features/delegations/name-delegate.server.ts";
import { paths } from "#app/platform/paths.ts";
import { describedBy, FormField } from "#app/ui/form-field.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

type Field = keyof DelegationDraft;

const fieldOf: Record<DelegationProblem, Field> = {
  ...{ unknown: "who", self: "who", reason: "reason" },
  ...{ days: "from", order: "until", past: "until", tooLong: "until" },
};

type DelegateFormProps = { draft: DelegationDraft | null; problem: DelegationProblem | null; today: string };

export function DelegateForm({ draft, problem, today }: DelegateFormProps) {
  const { t } = useTranslation("delegates");
  const errors = (field: Field) => (problem && fieldOf[problem] === field ? [t(`problem.${problem}`)] : undefined);
  const props = (field: Field, hint: boolean, first = "") => ({
    ...{ id: field, name: field, required: true, defaultValue: draft?.[field] ?? first, className: "field" },
    ...describedBy(field, { hint, errors: errors(field) }),
  });
  const day = (field: "from" | "until") => (
    <FormField id={field} label={t(`form.${field}`)} errors={errors(field)}>
      <input type="date" min={today} {...props(field, false, today)} />
    </FormField>
  );
  return (
    <section className="panel flex flex-col gap-4">
      <h2>{t("form.title")}</h2>
      <Form method="post" action={paths.delegates()} className="grid gap-4 sm:grid-cols-2" reloadDocument noValidate>
        <div className="sm:col-span-2">
          <FormField id="who" label={t("form.who")} hint={t("form.whoHint")} errors={errors("who")}>
            <input autoComplete="off" maxLength={200} {...props("who", true)} />
          </FormField>
        </div>
        {day("from")}
        {day("until")}
        <div className="sm:col-span-2">
          <FormField id="reason" label={t("form.reason")} hint={t("form.reasonHint")} errors={errors("reason")}>
            <input maxLength={300} {...props("reason", true)} />
          </FormField>
        </div>
        <button type="submit" name="intent" value="check" className="button justify-self-start">
          {t("form.check")}
        </button>
      </Form>
    </section>
  );
}

type Named = { name: string; jobTitle: string; employeeId: string; validFrom: number; validUntil: number };

/** Shows whom the id or address belongs to before anything is allowed. */
export function ConfirmDelegate({ draft, delegate }: { draft: DelegationDraft; delegate: Named }) {
  const { t } = useTranslation("delegates");
  const { moment } = useFormats();
  return (
    <section className="panel flex flex-col gap-4">
      <h2>{t("confirm.title", delegate)}</h2>
      <p>{t("confirm.person", delegate)}</p>
      <p>{t("confirm.period", { from: moment(delegate.validFrom), until: moment(delegate.validUntil) })}</p>
      <p className="text-ink-2">{draft.reason}</p>
      <Form method="post" action={paths.delegates()} className="flex flex-wrap items-center gap-4" reloadDocument>
        {Object.entries(draft).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" name="intent" value="name" className="button">
          {t("confirm.submit", delegate)}
        </button>
        <button type="submit" name="intent" value="change" className="button button-quiet">
          {t("confirm.back")}
        </button>
      </Form>
    </section>
  );
}
