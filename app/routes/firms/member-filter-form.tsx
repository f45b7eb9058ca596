import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type MemberFilter, memberStates, memberSteps } from "#app/features/firms/firm-member.ts";

/** The filters of a firm's people, as a form that ends up in the URL. */
export function MemberFilterForm({ filter, action }: { filter: MemberFilter; action: string }) {
  const { t } = useTranslation("firms");
  const selects = [
    { name: "state", options: memberStates.map((value) => ({ value, text: t(`people.states.${value}`) })) },
    {
      name: "watched",
      options: (["all", "some", "none"] as const).map((value) => ({ value, text: t(`people.watchedValue.${value}`) })),
    },
    { name: "next", options: memberSteps.map((value) => ({ value, text: t(`people.nextValue.${value}`) })) },
  ] as const;
  return (
    <Form
      method="get"
      action={action}
      className="panel grid gap-3 sm:grid-cols-3 lg:grid-cols-[2fr_1fr_1fr_1fr]"
      aria-label={t("people.filter")}
    >
      <label className="flex flex-col gap-1 sm:col-span-3 lg:col-span-1">
        {t("people.q")}
        <input type="search" name="q" defaultValue={filter.q ?? ""} className="field" />
      </label>
      {selects.map(({ name, options }) => (
        <label key={name} className="flex flex-col gap-1">
          {t(`people.${name}`)}
          <select name={name} defaultValue={filter[name] ?? ""} className="field">
            <option value="">{t("people.all")}</option>
            {options.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <p className="flex flex-wrap items-center gap-4 sm:col-span-3 lg:col-span-4">
        <button type="submit" className="button button-small">
          {t("people.show")}
        </button>
        <Link to={action}>{t("people.clear")}</Link>
      </p>
    </Form>
  );
}
