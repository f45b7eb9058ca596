import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type MemberStep, memberSteps } from "#app/features/firms/firm-member.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";

type StepSummaryProps = {
  steps: Record<MemberStep, number>;
  everybody: number;
  /** The page with a filter. */
  pathOf: (filter: Record<string, string | null>) => string;
};

/** How many of a firm's people have attended, and what the others lack; every count opens its list. */
export function StepSummary({ steps, everybody, pathOf }: StepSummaryProps) {
  const { t } = useTranslation("firms");
  const { count } = useFigures();
  if (everybody === 0) return null;
  const missing = memberSteps.filter((step) => step !== "attended" && steps[step] > 0);
  const values = { count: steps.attended, shown: count(steps.attended), people: count(everybody) };
  return (
    <div className="flex flex-col gap-2">
      <p className="text-[1.1rem] font-semibold">
        {steps.attended > 0 ? (
          <Link to={pathOf({ next: "attended" })}>{t("summary.attended", values)}</Link>
        ) : (
          t("summary.nobody", values)
        )}
      </p>
      {missing.length > 0 ? (
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {missing.map((step) => (
            <li key={step}>
              <Link to={pathOf({ next: step })}>
                {t(`summary.missing.${step}`, { count: steps[step], shown: count(steps[step]) })}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
