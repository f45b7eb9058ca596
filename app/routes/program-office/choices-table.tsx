import { useTranslation } from "react-i18next";
import type { ChoiceShare } from "#app/features/item-statistics/choice-shares.ts";
import { StatePill } from "#app/ui/state-pill.tsx";
import { ScrollTable } from "./scroll-table.tsx";
import { useFigures } from "./use-figures.ts";

type Props = {
  choices: { id: string; text: string; correct: boolean }[];
  /** Questions left open first, then the choices; empty where too little is known. */
  shares: ChoiceShare[];
};

export function ChoicesTable({ choices, shares }: Props) {
  const { t } = useTranslation("statistics");
  const known = shares.length > 0;
  return (
    <section className="flex max-w-full flex-col gap-3">
      <h2>{t("item.choices")}</h2>
      <ScrollTable label={t("item.scroll")} width="">
        <thead>
          <tr>
            <th scope="col">{t("item.choice")}</th>
            {known
              ? (["overall", "top", "bottom"] as const).map((name) => (
                  <th key={name} scope="col" className="number">
                    {t(`item.${name}`)}
                  </th>
                ))
              : null}
          </tr>
        </thead>
        <tbody>
          {choices.map((choice, n) => (
            <tr key={choice.id}>
              <th scope="row" className="flex flex-col items-start gap-1 font-normal">
                <span>
                  <strong>{choice.id}</strong> {choice.text}
                </span>
                {choice.correct ? <StatePill tone="ok">{t("item.key")}</StatePill> : null}
              </th>
              <Shares share={shares[n + 1]} />
            </tr>
          ))}
          {known ? (
            <tr>
              <th scope="row" className="font-normal">
                {t("item.leftOpen")} <span className="text-ink-3 block text-sm">{t("item.leftOpenHint")}</span>
              </th>
              <Shares share={shares[0]} />
            </tr>
          ) : null}
        </tbody>
      </ScrollTable>
      {known ? <p className="text-ink-3 text-sm">{t("item.thirds")}</p> : null}
    </section>
  );
}

function Shares({ share }: { share: ChoiceShare | undefined }) {
  const { percent } = useFigures();
  if (!share) return null;
  return (
    <>
      <td className="number">{percent(share.overall)}</td>
      <td className="number">{percent(share.top)}</td>
      <td className="number">{percent(share.bottom)}</td>
    </>
  );
}
