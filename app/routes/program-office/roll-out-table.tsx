import { useTranslation } from "react-i18next";
import type { RollOutCountry, RollOutWave } from "#app/features/roll-out/get-roll-out.server.ts";
import { waveGraceEnd } from "#app/features/waves/wave-applies.ts";
import { paths } from "#app/platform/paths.ts";
import { StatePill, type Tone } from "#app/ui/state-pill.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { RollOutCut } from "./roll-out-filter.tsx";
import { ScrollTable } from "./scroll-table.tsx";
import { useFigures } from "./use-figures.ts";

type RollOutTableProps = { countries: RollOutCountry[]; waves: RollOutWave[]; cut: RollOutCut };

export const stageTones: Record<RollOutCountry["stage"], Tone> = {
  ...{ none: "info", announced: "info", trial: "info", grace: "warn", enforced: "ok" },
};

/** What the map shows, with every figure opening the people that it counts. */
export function RollOutTable({ countries, waves, cut }: RollOutTableProps) {
  const { t } = useTranslation("rollOut");
  const { country: nameOf } = useFormats();
  const numbers = new Map(waves.map(({ wave, number }) => [wave.id, number]));
  return (
    <section className="flex max-w-full flex-col gap-3">
      <h2>{t("table.title")}</h2>
      <ScrollTable label={t("table.title")} width="card-rows w-full sm:[&_:is(td,th)]:pr-3">
        <thead>
          <tr>
            <th scope="col">{t("table.country")}</th>
            {(["share", "blocked", "soon", "certified", "people"] as const).map((name) => (
              <th key={name} scope="col" className="number">
                {t(`table.${name}`)}
              </th>
            ))}
            {(["wave", "from", "grace"] as const).map((name) => (
              <th key={name} scope="col">
                {t(`table.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {countries.map((row) => (
            <tr key={row.country}>
              <th scope="row" className="sm:min-w-64">
                <span className="flex items-start justify-between gap-3 [&>span]:shrink-0">
                  {nameOf(row.country)}
                  <StatePill tone={stageTones[row.stage]}>{t(`stage.${row.stage}`)}</StatePill>
                </span>
              </th>
              <Figures counts={row.counts} of={{ ...cut, country: row.country }} />
              <Dates {...row} number={numbers.get(row.wave?.id ?? "") ?? null} />
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
}

function Dates({ wave, number }: RollOutCountry & { number: number | null }) {
  const { t } = useTranslation("rollOut");
  const { day } = useFormats();
  const grace = wave && wave.mode === "enforce" && wave.graceDays > 0 ? waveGraceEnd(wave) : null;
  return (
    <>
      <td className="whitespace-nowrap" data-label={t("table.wave")}>
        {number === null ? null : t("waves.name", { number })}
      </td>
      <td className="col-span-full whitespace-nowrap" data-label={t("table.from")}>
        {day(wave?.effectiveAt ?? null)}
      </td>
      <td className="col-span-full whitespace-nowrap" data-label={t("table.grace")}>
        {day(grace)}
      </td>
    </>
  );
}

function Figures({ counts, of }: { counts: RollOutCountry["counts"]; of: RollOutCut }) {
  const { t } = useTranslation("rollOut");
  const { count, percent } = useFigures();
  const certified = paths.teamPeople({ ...of, certified: "yes" });
  const cells = [
    { key: "share", href: certified, text: percent(counts.certifiedNow / counts.people) },
    { key: "blocked", href: paths.teamPeople({ ...of, status: "blocked" }), text: count(counts.blocked) },
    { key: "soon", href: paths.teamPeople({ ...of, due: "soon" }), text: count(counts.soon) },
    { key: "certified", href: certified, text: count(counts.certifiedNow) },
    { key: "people", href: paths.teamPeople(of), text: count(counts.people) },
  ];
  return (
    <>
      {cells.map(({ key, href, text }) => (
        <td key={key} className="number" data-label={t(`table.${key}`)}>
          <a href={href}>{text}</a>
        </td>
      ))}
    </>
  );
}
