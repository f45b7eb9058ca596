import { useTranslation } from "react-i18next";
import type { PolicyChange } from "#app/features/notices/policy-history.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { usePolicyWords } from "./use-policy-words.ts";

/** Who changed which rule when, the latest first. */
export function NoticePolicyHistory({ changes }: { changes: PolicyChange[] }) {
  const { t } = useTranslation("notices");
  const { moment } = useFormats();
  const words = usePolicyWords();
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("policy.history.title")}</h2>
      {changes.length === 0 ? <p className="text-ink-2">{t("policy.history.none")}</p> : null}
      <ol className="flex flex-col gap-3">
        {changes.map(({ id, at, by, before, after, fields }) => (
          <li key={id}>
            <strong>{t("policy.history.line", { at: moment(at), name: by })}</strong>
            <ul className="text-ink-2">
              {fields.map((field) => (
                <li key={field}>
                  {t("policy.history.change", {
                    ...{ field: t(`policy.field.${field}`), before: words(field, before), after: words(field, after) },
                  })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
