import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FirmMember, MemberFilter, MemberStep } from "#app/features/firms/firm-member.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { MemberFilterForm } from "./member-filter-form.tsx";
import { MemberRows } from "./member-rows.tsx";
import { StepSummary } from "./step-summary.tsx";

export type FirmPeopleData = {
  asOf: number;
  filter: MemberFilter;
  rows: FirmMember[];
  /** Whom the filter means, and how many there are without it. */
  total: number;
  everybody: number;
  /** Of everybody, how many lack what. */
  steps: Record<MemberStep, number>;
  page: number;
  pages: number;
};

type FirmPeopleProps = {
  people: FirmPeopleData;
  open: boolean;
  office?: boolean;
  /** The page with a filter. */
  pathOf: (filter: Record<string, string | null>) => string;
  csv?: string;
};

/** The people of a firm with their filters, and who is invited to it. */
export function FirmPeople({ people, open, office, pathOf, csv }: FirmPeopleProps) {
  const { t } = useTranslation("firms");
  const { moment } = useFormats();
  const { count } = useFigures();
  const { filter, rows, page, pages } = people;
  const at = (number: number) => pathOf({ ...filter, page: number > 1 ? String(number) : null });
  return (
    <section className="flex flex-col gap-4">
      <h2>{t("people.title")}</h2>
      <StepSummary steps={people.steps} everybody={people.everybody} pathOf={pathOf} />
      {people.everybody > 0 ? <MemberFilterForm filter={filter} action={pathOf({})} /> : null}
      {rows.length === 0 ? (
        <Notice tone="info">
          <strong>{t(people.everybody === 0 ? "firm.none" : "firm.noMatch")}</strong>
          <span>{t(people.everybody === 0 ? "firm.noneText" : "firm.noMatchText")}</span>
        </Notice>
      ) : (
        <>
          <p className="flex flex-wrap gap-x-6">
            <strong>{t("people.count", { count: people.total, shown: count(people.total) })}</strong>
            <span className="text-ink-3">{t("people.asOf", { at: moment(people.asOf) })}</span>
            {csv ? (
              <a href={csv} download>
                {t("people.export")}
              </a>
            ) : null}
          </p>
          <MemberRows members={rows} open={open} office={office ?? false} />
        </>
      )}
      {pages > 1 ? (
        <nav aria-label={t("list.pages")} className="flex flex-wrap gap-6">
          {page > 1 ? <Link to={at(page - 1)}>{t("list.previous")}</Link> : null}
          <span>{t("list.page", { page: count(page), pages: count(pages) })}</span>
          {page < pages ? <Link to={at(page + 1)}>{t("list.next")}</Link> : null}
        </nav>
      ) : null}
    </section>
  );
}
