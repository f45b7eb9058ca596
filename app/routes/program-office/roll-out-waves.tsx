import { useTranslation } from "react-i18next";
import type { RollOutWave } from "#app/features/roll-out/get-roll-out.server.ts";
import { type Wave, waveGraceEnd } from "#app/features/waves/wave-applies.ts";
import { paths } from "#app/platform/paths.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import type { RollOutCut } from "./roll-out-filter.tsx";
import { useFigures } from "./use-figures.ts";

type RollOutWavesProps = {
  waves: RollOutWave[];
  /** Titles by id. */
  editions: Readonly<Record<string, string>>;
  cut: RollOutCut;
  asOf: number;
};

const width = 1000;
const dayMs = 86_400_000;

/** Each wave on one scale of time, with how its people stand. */
export function RollOutWaves({ waves, editions, cut, asOf }: RollOutWavesProps) {
  const { t } = useTranslation("rollOut");
  const { day } = useFormats();
  const from = Math.min(asOf - 30 * dayMs, ...waves.map(({ wave }) => Math.min(wave.createdAt, wave.effectiveAt)));
  const until = Math.max(asOf + 30 * dayMs, ...waves.map(({ wave }) => waveGraceEnd(wave) + 14 * dayMs));
  const place = (at: number) => Math.round(((at - from) / (until - from)) * width);
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("waves.title")}</h2>
      {waves.length === 0 ? (
        <p>{t("waves.none")}</p>
      ) : (
        <p className="text-ink-2">
          {t("waves.scale", { from: day(from), until: day(until) })} {t("waves.key")}
        </p>
      )}
      <ol className="flex flex-col gap-3">
        {waves.map((one) => (
          <li key={one.wave.id} className="panel flex flex-col gap-2">
            <WaveName {...one} edition={editions[one.wave.editionId] ?? one.wave.editionId} asOf={asOf} />
            <Lane wave={one.wave} place={place} now={place(asOf)} />
            {/* Narrowed to one wave, the page counts nobody of another. */}
            {cut.wave === null || cut.wave === one.wave.id ? <WaveFigures {...one} cut={cut} /> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function WaveName({ wave, number, edition, asOf }: RollOutWave & { edition: string; asOf: number }) {
  const { t } = useTranslation("rollOut");
  const { moment, country, list, locale } = useFormats();
  const names = wave.countries?.map(country).sort(new Intl.Collator(locale).compare);
  const countries = names ? list(names) : t("waves.everywhere");
  const values = { day: moment(wave.effectiveAt), grace: moment(waveGraceEnd(wave)) };
  return (
    <div>
      <h3>
        {t("waves.name", { number })}: {t(`waves.${stateOf(wave, asOf)}`, values)}
      </h3>
      <p className="text-ink-2 text-[0.95rem]">{t("waves.facts", { edition, countries })}</p>
    </div>
  );
}

function stateOf(wave: Wave, now: number) {
  const begun = wave.effectiveAt <= now;
  if (wave.mode === "shadow") return begun ? "trial" : "trialComing";
  if (!begun) return wave.graceDays > 0 ? "announcedGrace" : "announced";
  if (wave.graceDays === 0) return "enforcedAtOnce";
  return now < waveGraceEnd(wave) ? "grace" : "enforced";
}

type LaneProps = { wave: Wave; place: (at: number) => number; now: number };

/** Thin while announced, half as high in grace, full in force: told by height as well as by colour. */
function Lane({ wave, place, now }: LaneProps) {
  const [announced, begins] = [place(Math.min(wave.createdAt, wave.effectiveAt)), place(wave.effectiveAt)];
  const holds = place(wave.mode === "enforce" ? waveGraceEnd(wave) : wave.effectiveAt);
  return (
    <svg
      viewBox={`0 0 ${width} 24`}
      preserveAspectRatio="none"
      className="bg-sunk h-6 w-full rounded"
      aria-hidden="true"
    >
      <path d={`M${announced} 22H${begins}V19H${announced}z`} className="fill-info" />
      <path d={`M${begins} 22H${holds}V12H${begins}z`} className="fill-warn" />
      <path d={`M${holds} 22H${width}V4H${holds}z`} className={wave.mode === "enforce" ? "fill-ok" : "fill-info"} />
      <path d={`M${now} 0V24`} className="stroke-ink" strokeWidth="2" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function WaveFigures({ wave, counts, cut }: RollOutWave & { cut: RollOutCut }) {
  const { t } = useTranslation("rollOut");
  const { count, percent } = useFigures();
  const of = { ...cut, wave: wave.id };
  const shown = (value: number) => ({ count: value, shown: count(value) });
  const share = percent(counts.people === 0 ? 0 : counts.certifiedNow / counts.people);
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 tabular-nums">
      <a href={paths.teamPeople(of)}>{t("people", shown(counts.people))}</a>
      <a href={paths.teamPeople({ ...of, certified: "yes" })}>
        {t("certified", { ...shown(counts.certifiedNow), share })}
      </a>
      <a href={paths.teamPeople({ ...of, status: "blocked" })}>{t("blocked", shown(counts.blocked))}</a>
      <a href={paths.teamPeople({ ...of, due: "soon" })}>{t("soon", shown(counts.soon))}</a>
      <a href={paths.team({ wave: wave.id })}>{t("waves.pace")}</a>
    </p>
  );
}
