import { useTranslation } from "react-i18next";
import type { NoticeSummary } from "#app/platform/db.server.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { useFigures } from "./use-figures.ts";
import { useStepName } from "./use-step-name.ts";

/** How many mails by step, country and language; each adds up to all of them. */
export function NoticesCuts({ summary }: { summary: NoticeSummary }) {
  const { t } = useTranslation("notices");
  const { country } = useFormats();
  const { count, language } = useFigures();
  const stepName = useStepName();
  const cuts = [
    { title: t("page.byStep"), counts: summary.steps, name: stepName },
    { title: t("page.byCountry"), counts: summary.countries, name: country },
    { title: t("page.byLanguage"), counts: summary.languages, name: language },
  ];
  return (
    <div className="grid gap-6 sm:grid-cols-3">
      {cuts.map(({ title, counts, name }) => (
        <table key={title} className="figures h-min w-full">
          <thead>
            <tr>
              <th scope="col">{title}</th>
              <th scope="col" className="number">
                {t("page.mails")}
              </th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ value, mails }) => (
              <tr key={value}>
                <td>{name(value)}</td>
                <td className="number">{count(mails)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
