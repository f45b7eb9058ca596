import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

type QuestionOverviewProps = {
  answered: boolean[];
  position: number;
  hrefOf: (position: number) => string;
  review: string;
};

/** Every question by its number, answered or not, and the way to the submit. */
export function QuestionOverview({ answered, position, hrefOf, review }: QuestionOverviewProps) {
  const { t } = useTranslation("assessment");
  return (
    <nav aria-label={t("question.overview")} className="border-line flex flex-col gap-3 border-t pt-5">
      <ol className="flex flex-wrap gap-2">
        {answered.map((done, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place in the form
          <li key={index}>
            <Link
              to={hrefOf(index + 1)}
              aria-label={t(done ? "question.answered" : "question.open", { position: index + 1 })}
              aria-current={index + 1 === position ? "page" : undefined}
              className={`flex size-9 items-center justify-center rounded-lg border-[1.5px] text-sm tabular-nums no-underline ${done ? "bg-accent text-accent-ink border-accent" : "border-edge text-ink"} aria-[current=page]:outline-accent aria-[current=page]:outline-2 aria-[current=page]:outline-offset-2`}
            >
              {index + 1}
            </Link>
          </li>
        ))}
      </ol>
      <p>
        <Link to={review}>{t("question.review")}</Link>
      </p>
    </nav>
  );
}
