import { useTranslation } from "react-i18next";
import type { Status } from "#app/features/teams/team-member.ts";
import { html, inside } from "#app/ui/html.ts";
import { statePill, type Tone } from "#app/ui/state-pill.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { PersonRow } from "./person-row.ts";
import { useTeamLinks } from "./use-team-links.ts";

export const statusTones: Record<Status, Tone> = {
  blocked: "stop",
  grace: "warn",
  override: "warn",
  certified: "ok",
  not_required: "info",
};

type PeopleRowsProps = {
  rows: PersonRow[];
  /** Puts a box before each name, inside a form that somebody else draws. */
  choose?: boolean;
};

/** People one below the other: columns on a desk, cards on a phone. */
export function PeopleRows({ rows, choose = false }: PeopleRowsProps) {
  const write = useRowWriter(choose);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes what is not literal.
  return <ul className="flex flex-col" dangerouslySetInnerHTML={inside(...rows.map(write))} />;
}

function useRowWriter(choose: boolean) {
  const { t } = useTranslation("team");
  const links = useTeamLinks();
  const { day, country } = useFormats();
  const inset = choose ? "pl-9 sm:pl-0" : "";
  return (row: PersonRow) => {
    const due =
      row.dueAt === null ? "" : ` · ${t(row.status === "blocked" ? "list.overdue" : "list.due")} ${day(row.dueAt)}`;
    const more = [row.onLeave ? t("list.leave") : "", row.contractor ? t("list.contractor") : ""].filter(Boolean);
    const label = t("notices:nudge.select", { name: row.name });
    return html`<li class="border-line grid gap-x-6 gap-y-1 border-b py-3 sm:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,3fr)]">
<span class="flex items-start gap-3">${choose && html`<input type="checkbox" name="id" value="${row.employeeId}" aria-label="${label}" class="no-print accent-accent mt-0.5 size-6 shrink-0"/>`}
<span><a href="${links.teamPerson(row.employeeId)}" class="font-semibold">${row.name}</a>
<span class="text-ink-3 block text-[0.95rem]">${row.employeeId} · ${row.jobTitle}</span></span></span>
<span class="flex flex-col items-start gap-1 ${inset}">${statePill(statusTones[row.status], t(`status.${row.status}`))}
<span class="text-ink-2 text-[0.95rem]">${t(`reason.${row.reason}`)}${due}</span></span>
<span class="text-ink-2 text-[0.95rem] ${inset}">${row.steps.total > 0 && html`<span class="block tabular-nums">${t("list.steps", row.steps)}</span>`}
<span class="block">${country(row.country)} · ${row.department}</span>
${more.length > 0 && html`<span class="block">${more.join(" · ")}</span>`}</span></li>`;
  };
}
