import { useTranslation } from "react-i18next";
import type { PolicyFigures, PolicyPreview } from "#app/features/notices/preview-policy.server.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { useFigures } from "./use-figures.ts";
import { useStepName } from "./use-step-name.ts";

/** What the next run and the coming days would send as things are, and under the rules that were typed. */
export function NoticePolicyPreview({ preview }: { preview: PolicyPreview }) {
  const { t } = useTranslation("notices");
  const { moment } = useFormats();
  const { count } = useFigures();
  const { at, mails, steps, blast, days } = preview;
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
      {isSame ? null : <Figures steps={steps} mails={mails} />}
      <h3>{t("policy.preview.days")}</h3>
      <p className="text-ink-2 max-w-[66ch]">{t("policy.preview.daysText")}</p>
      <ul className="flex flex-col gap-2">
        {days.map((one) => (
          <li key={one.day}>
            <Day {...one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One of the coming days: how many mails, and which when it is opened. */
function Day({ day, mails, steps }: PolicyPreview["days"][number]) {
  const { t } = useTranslation("notices");
  const { count, utcDay } = useFigures();
  const shown = { day: utcDay(Date.parse(day)), changed: count(mails.changed), asIs: count(mails.asIs) };
  const line = t(mails.asIs === mails.changed ? "policy.preview.daySame" : "policy.preview.day", shown);
  if (steps.length === 0) return <p>{line}</p>;
  return (
    <details>
      <summary>{line}</summary>
      <Figures steps={steps} mails={mails} />
    </details>
  );
}

function Figures({ steps, mails }: PolicyFigures) {
  const { t } = useTranslation("notices");
  const { count } = useFigures();
  const stepName = useStepName();
  return (
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
  );
}
