import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ScenarioFeedback } from "#app/features/scenarios/scenario-feedback.tsx";
import { paths } from "#app/platform/paths.ts";
import type { BoosterPageData } from "./booster.server.ts";

type TakenProps = Extract<BoosterPageData, { view: "feedback" }>;

/** What followed from the decision just taken, and the way on. */
export function BoosterTaken({ day, seen, total, last, rules }: TakenProps) {
  const { t } = useTranslation("boosters");
  return (
    <div className="mx-auto flex max-w-[720px] flex-col items-start gap-5">
      <h1>{t("title")}</h1>
      <section className="panel w-full">
        <p className="eyebrow">{t("decision", { number: seen.number, total })}</p>
        <DecisionTaken seen={seen} rules={rules} />
      </section>
      <Link to={paths.booster(day)} className="button">
        {t(last ? "toResult" : "next")}
      </Link>
    </div>
  );
}

/** A situation with what the person chose and what follows from it. */
export function DecisionTaken({ seen, rules }: Pick<TakenProps, "seen" | "rules">) {
  const { t } = useTranslation("boosters");
  const { scenario, feedback } = seen;
  const Chosen = scenario.type === "ordering" ? "ol" : "ul";
  return (
    <>
      <h2 className="mt-2 text-base!">{scenario.title}</h2>
      <p className="mt-2">{scenario.situation}</p>
      <p className="mt-4 font-semibold">{scenario.question}</p>
      <p className="text-ink-3 mt-2">{t("chosen")}</p>
      <Chosen className={`mt-1 pl-6 ${scenario.type === "ordering" ? "list-decimal" : "list-disc"}`}>
        {feedback.parts.map((part) => (
          <li key={part.token}>{part.text}</li>
        ))}
      </Chosen>
      <ScenarioFeedback scenario={scenario} feedback={feedback} rules={rules} />
    </>
  );
}
