import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PolicyField } from "#app/features/notices/notice-policy.ts";
import { type PolicyProblems, policyProblemKey } from "#app/features/notices/policy-problems.ts";
import type { PolicyTexts } from "#app/features/notices/policy-text.ts";
import { paths } from "#app/platform/paths.ts";
import { describedBy, FormField } from "#app/ui/form-field.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

type NoticePolicyFormProps = { texts: PolicyTexts; problems: PolicyProblems; basedOn: number | null };

const week = [1, 2, 3, 4, 5, 6, 7];
const kinds = { time: { type: "time" }, number: { inputMode: "numeric" }, text: {} } as const;
type Input = readonly [PolicyField, keyof typeof kinds];

/** Every rule, to be changed; the same form shows what that would do and saves it. */
export function NoticePolicyForm({ texts, problems, basedOn }: NoticePolicyFormProps) {
  const { t, i18n } = useTranslation("notices");
  const { weekday } = useFormats();
  const about = (field: PolicyField) => {
    const problem = problems[field];
    const said = problem && policyProblemKey(field, problem);
    const hint = i18n.exists(`notices:policy.hint.${field}`) ? t(`policy.hint.${field}`) : undefined;
    const errors = said ? [t(`policy.problem.${said.key}`, said.values)] : undefined;
    return { id: field, label: t(`policy.field.${field}`), hint, errors };
  };
  const control = (field: PolicyField) => {
    const { hint, errors } = about(field);
    return { id: field, name: field, ...describedBy(field, { hint: hint !== undefined, errors }) };
  };
  const input = ([field, kind]: Input) => (
    <FormField key={field} {...about(field)}>
      <input
        {...control(field)}
        {...kinds[kind]}
        defaultValue={texts[field]}
        required
        autoComplete="off"
        className={kind === "text" ? "field" : "field max-w-40"}
      />
    </FormField>
  );
  const isOn = (day: number) => texts.weekdays.split(/[\s,]+/).includes(String(day));
  return (
    <Form method="post" action={paths.noticePolicy()} reloadDocument className="flex flex-col gap-6 sm:max-w-2xl">
      <input type="hidden" name="basedOn" value={basedOn ?? ""} />
      <Group title={t("policy.groups.before")}>{input(["before", "text"])}</Group>
      <Group title={t("policy.groups.after")}>
        {(
          [
            ["managerAfter", "number"],
            ["upperAfter", "number"],
            ["lateDays", "number"],
          ] as const
        ).map(input)}
      </Group>
      <Group title={t("policy.groups.hours")}>
        {(
          [
            ["open", "time"],
            ["close", "time"],
          ] as const
        ).map(input)}
        <fieldset className="flex flex-col gap-1.5" aria-describedby={problems.weekdays ? "weekdays-error" : undefined}>
          <legend className="font-semibold">{t("policy.field.weekdays")}</legend>
          {about("weekdays").errors?.map((text) => (
            <p key={text} id="weekdays-error" className="text-stop font-semibold">
              {text}
            </p>
          ))}
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {week.map((day) => (
              <label key={day} className="flex items-center gap-2 py-1">
                <input type="checkbox" name="weekdays" value={day} defaultChecked={isOn(day)} />
                {weekday(day)}
              </label>
            ))}
          </div>
        </fieldset>
      </Group>
      <Group title={t("policy.groups.digest")}>
        <FormField {...about("digestWeekday")}>
          <select {...control("digestWeekday")} defaultValue={texts.digestWeekday} className="field max-w-60">
            {week.map((day) => (
              <option key={day} value={day}>
                {weekday(day)}
              </option>
            ))}
          </select>
        </FormField>
        {(
          [
            ["digestFrom", "time"],
            ["digestLateDays", "number"],
          ] as const
        ).map(input)}
      </Group>
      <Group title={t("policy.groups.guard")}>
        {(
          [
            ["blastShare", "number"],
            ["fewOnly", "number"],
          ] as const
        ).map(input)}
      </Group>
      <Group title={t("policy.groups.nudges")}>{input(["nudgesAWeek", "number"])}</Group>
      <p className="flex flex-wrap items-center gap-4">
        <button type="submit" name="intent" value="preview" className="button button-quiet">
          {t("policy.show")}
        </button>
        <button type="submit" name="intent" value="save" className="button">
          {t("policy.save")}
        </button>
        <a href={paths.noticePolicy({ defaults: "1" })}>{t("policy.defaults")}</a>
      </p>
    </Form>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="panel flex flex-col gap-4">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
