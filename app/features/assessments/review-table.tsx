import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** Before the submit: which questions have an answer. */
export function ReviewTable({ answered, hrefOf }: { answered: boolean[]; hrefOf: (position: number) => string }) {
  const { t } = useTranslation("assessment");
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr className="text-ink-3 text-left text-sm">
          <th scope="col" className="border-line border-b py-2 font-semibold">
            {t("review.question")}
          </th>
          <th scope="col" className="border-line border-b py-2 font-semibold">
            {t("review.state")}
          </th>
        </tr>
      </thead>
      <tbody>
        {answered.map((done, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place in the form
          <tr key={index}>
            <td className="border-line border-b py-2">
              <Link to={hrefOf(index + 1)}>{t("question.title", { position: index + 1, total: answered.length })}</Link>
            </td>
            <td className={`border-line border-b py-2 ${done ? "" : "text-warn font-semibold"}`}>
              {t(done ? "review.answered" : "review.open")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
