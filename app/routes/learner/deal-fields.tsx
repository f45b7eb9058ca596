import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { engagements } from "#app/features/claims/who-leads.ts";
import { describedBy, FormField } from "#app/ui/form-field.tsx";

export const dealFieldNames = [
  "dealReference",
  "customerName",
  "customerCountry",
  "engagement",
  "relationshipOwner",
  "partnerFirm",
  "partnerRole",
  "role",
] as const;

type FieldName = (typeof dealFieldNames)[number];
export type DealDraft = Record<FieldName, string>;

export function draftOf(values: Record<string, string>): DealDraft {
  return Object.fromEntries(dealFieldNames.map((name) => [name, values[name] ?? ""])) as DealDraft;
}

type DealFieldsProps = { draft: DealDraft; problems: string[]; countries: { code: string; name: string }[] };

/** The fields of a claim. They keep what was typed, whatever the answer. */
export function DealFields({ draft, problems, countries }: DealFieldsProps) {
  const { t } = useTranslation("deals");
  const errorsOf = (name: FieldName) => (problems.includes(name) ? [t(`problem.${name}`)] : undefined);
  const text = (name: FieldName, { hint, maxLength }: { hint?: string; maxLength: number }) => (
    <FormField id={name} label={t(`form.${name}`)} hint={hint} errors={errorsOf(name)}>
      <input
        id={name}
        name={name}
        className="field"
        maxLength={maxLength}
        defaultValue={draft[name]}
        autoComplete="off"
        {...describedBy(name, { hint: Boolean(hint), errors: errorsOf(name) })}
      />
    </FormField>
  );
  const radios = (name: FieldName, legend: string, options: { value: string; label: string }[], hint?: string) => (
    <Radios name={name} legend={legend} options={options} chosen={draft[name]} hint={hint} errors={errorsOf(name)} />
  );
  return (
    <div className="flex flex-col gap-6">
      <div className="grid gap-6 sm:grid-cols-2">
        {text("dealReference", { hint: t("form.dealReferenceHint"), maxLength: 64 })}
        {text("customerName", { maxLength: 200 })}
      </div>
      <FormField id="customerCountry" label={t("form.customerCountry")} errors={errorsOf("customerCountry")}>
        <select
          id="customerCountry"
          name="customerCountry"
          className="field sm:max-w-sm"
          defaultValue={draft.customerCountry}
          {...describedBy("customerCountry", { errors: errorsOf("customerCountry") })}
        >
          <option value="">{t("form.chooseCountry")}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </FormField>
      {radios(
        "engagement",
        t("form.engagement"),
        engagements.map((value) => ({ value, label: t(`engagement.${value}`) })),
      )}
      {draft.engagement === "" || draft.engagement === "installed_base"
        ? radios(
            "relationshipOwner",
            t("form.relationshipOwner"),
            (["direct", "partner", "unclear"] as const).map((value) => ({ value, label: t(`owner.${value}`) })),
            t("form.relationshipOwnerHint"),
          )
        : null}
      {draft.engagement === "direct_new_business" ? null : (
        <div className="grid gap-6 sm:grid-cols-2">
          {text("partnerFirm", { hint: t("form.partnerFirmHint"), maxLength: 200 })}
          {draft.engagement === "" || draft.engagement === "global_account"
            ? text("partnerRole", { hint: t("form.partnerRoleHint"), maxLength: 500 })
            : null}
        </div>
      )}
      {radios("role", t("form.roleLegend"), [
        { value: "lead", label: t("form.lead") },
        { value: "support", label: t("form.support") },
      ])}
    </div>
  );
}

type RadiosProps = {
  name: FieldName;
  legend: string;
  options: { value: string; label: string }[];
  chosen: string;
  hint?: string | undefined;
  errors: string[] | undefined;
};

function Radios({ name, legend, options, chosen, hint, errors }: RadiosProps): ReactNode {
  return (
    <fieldset className="flex flex-col gap-2" {...describedBy(name, { hint: Boolean(hint), errors })}>
      <legend className="mb-2 font-semibold">{legend}</legend>
      {hint ? (
        <p id={`${name}-hint`} className="text-ink-3 text-[0.95rem]">
          {hint}
        </p>
      ) : null}
      {errors ? (
        <p id={`${name}-error`} className="text-stop font-semibold">
          {errors.join(" ")}
        </p>
      ) : null}
      {options.map(({ value, label }) => (
        <label key={value} className="choice py-2!">
          <input type="radio" name={name} value={value} defaultChecked={chosen === value} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
