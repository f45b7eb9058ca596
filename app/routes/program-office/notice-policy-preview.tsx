import { useTranslation } from "react-i18next";
import type { PolicyPreview } from "#app/features/notices/preview-policy.server.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { useFigures } from "./use-figures.ts";
import { useStepName } from "./use-step-name.ts";

/** What the next run would send as things are, and under the rules that were typed. */
export function NoticePolicyPreview({ preview }: { preview: PolicyPreview }) {
  const { t } = useTranslation("notices");
  const { moment } = useFormats();
  const { count } = useFigures();
  const stepName = useStepName();
  const { at, mails, steps, blast } = preview;
  const population = count(preview.population);
  const isSame = steps.every(({ asIs, changed }) => asIs === changed);
  return (
    <section className="panel flex flex-col gap-3" id="preview">
      <h2>{t("policy.preview.title", { at: moment(at) })}</h2>
      <p>
        <strong>
          {isSame
            ? t("policy.preview.same", { shown: count(mails.changed), population })
            : t("policy.preview.text", { changed: count(mails.changed), asIs: count(mails.asIs), population })}
        </strong>{" "}
        {blast ? t("policy.preview.blast") : null}
      </p>
      {isSame ? null : (
        <table className="figures h-min w-full max-w-xl">
          <thead>
            <tr>
              <th scope="col">{t("policy.preview.step")}</th>
              <th scope="col" className="number">
                {t("policy.preview.asIs")}
              </th>
              <th scope="col" className="number">
                {t("policy.preview.changed")}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ step, asIs, changed }) => (
              <tr key={step}>
                <td>{stepName(step)}</td>
                <td className="number">{count(asIs)}</td>
                <td className="number">{count(changed)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t("policy.preview.all")}</th>
              <td className="number">{count(mails.asIs)}</td>
              <td className="number">{count(mails.changed)}</td>
            </tr>
          </tbody>
        </table>
      )}
    </section>
  );
}
