import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";

/** Rows from which a file takes longer than anybody likes to look at a page that does nothing. */
const longFrom = { people: 20_000, matrix: 2_000 };
const subjects = ["people", "matrix"] as const;
const formats = ["csv", "xlsx"] as const;
const links = {
  people: { csv: paths.teamPeopleCsv, xlsx: paths.teamPeopleXlsx },
  matrix: { csv: paths.teamMatrixCsv, xlsx: paths.teamMatrixXlsx },
};

type ExportChoicesProps = { query: Record<string, string | null>; total: number };

/** The list as a file: sent at once where it is short, made in the background where it is long. */
export function ExportChoices({ query, total }: ExportChoicesProps) {
  const { t } = useTranslation("exports");
  if (total === 0) return null;
  return (
    <section aria-label={t("page.label")} className="no-print flex flex-wrap items-baseline gap-x-8 gap-y-2">
      {subjects.map((subject) => {
        const isLong = total > longFrom[subject];
        return (
          <div key={subject} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <span>{t(`page.${subject}`)}</span>
            {formats.map((format) =>
              isLong ? (
                <form key={format} method="post" action={paths.teamPeople(query)}>
                  <input type="hidden" name="subject" value={subject} />
                  <button
                    type="submit"
                    name="format"
                    value={format}
                    className="text-accent cursor-pointer underline underline-offset-[3px]"
                  >
                    {t(`page.${format}`)}
                  </button>
                </form>
              ) : (
                <a key={format} href={links[subject][format](query)} download>
                  {t(`page.${format}`)}
                </a>
              ),
            )}
            {isLong ? <span className="text-ink-3 text-[0.95rem]">{t("page.background")}</span> : null}
          </div>
        );
      })}
      <a href={paths.work()}>{t("work:title")}</a>
    </section>
  );
}
