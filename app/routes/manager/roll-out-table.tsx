import { useTranslation } from "react-i18next";
import type { listRollOut } from "#app/features/teams/get-team-overview.server.ts";
import { waveGraceEnd } from "#app/features/waves/wave-applies.ts";
import { paths } from "#app/platform/paths.ts";
import { ScrollTable } from "#app/routes/program-office/scroll-table.tsx";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { useFormats } from "#app/ui/use-formats.ts";

/** Where each country stands in the roll-out. */
export function RollOutTable({ rows, waves }: ReturnType<typeof listRollOut>) {
  const { t } = useTranslation("team");
  const { count, percent } = useFigures();
  const { country, day } = useFormats();
  const byId = new Map(waves.map((wave) => [wave.id, wave]));
  return (
    <section className="flex max-w-full flex-col gap-3">
      <h2>{t("rollOut.title")}</h2>
      <ScrollTable label={t("rollOut.title")} width="w-full min-w-[640px]">
        <thead>
          <tr>
            {(["country", "wave", "mode"] as const).map((name) => (
              <th key={name} scope="col">
                {t(`rollOut.${name}`)}
              </th>
            ))}
            {(["people", "certified", "share", "blocked"] as const).map((name) => (
              <th key={name} scope="col" className="number">
                {t(`rollOut.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ waveId, country: code, counts }) => {
            const wave = byId.get(waveId);
            const of = { country: code, wave: waveId };
            return wave ? (
              <tr key={`${waveId} ${code}`}>
                <th scope="row">
                  <a href={paths.teamPeople(of)}>{country(code)}</a>
                </th>
                <td>
                  <a href={paths.team({ wave: waveId })}>{day(waveGraceEnd(wave))}</a>
                </td>
                <td>{t(`rollOut.${wave.mode}`)}</td>
                <td className="number">{count(counts.people)}</td>
                <td className="number">
                  <a href={paths.teamPeople({ ...of, certified: "yes" })}>{count(counts.certifiedNow)}</a>
                </td>
                <td className="number">{percent(counts.certifiedNow / counts.people)}</td>
                <td className="number">
                  <a href={paths.teamPeople({ ...of, status: "blocked" })}>{count(counts.blocked)}</a>
                </td>
              </tr>
            ) : null;
          })}
        </tbody>
      </ScrollTable>
    </section>
  );
}
