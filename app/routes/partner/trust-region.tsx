import { useTranslation } from "react-i18next";
import type { CountryRollOut, getTrust } from "#app/features/trust/get-trust.server.ts";
import { roundedShare, type Tally } from "#app/features/trust/withhold-small-groups.ts";
import type { RollOutStage } from "#app/features/waves/roll-out-state.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { StatePill, type Tone } from "#app/ui/state-pill.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

type TrustRegionProps = Awaited<ReturnType<typeof getTrust>>["regions"][number];

const tones: Record<RollOutStage, Tone> = {
  none: "info",
  announced: "info",
  trial: "info",
  grace: "warn",
  enforced: "ok",
};

/** The countries of a region: how many are certified, and since when it counts. */
export function TrustRegion({ region, tally, countries }: TrustRegionProps) {
  const { t } = useTranslation("trust");
  const { count, percent } = useFigures();
  const { country: nameOf } = useFormats();
  const sorted = countries
    .map((one) => ({ ...one, name: nameOf(one.country) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <section className="flex flex-col gap-1">
      <h2 className="flex flex-wrap items-baseline gap-x-4">
        {region}
        <span className="text-ink-2 text-base font-normal tabular-nums">
          {tally
            ? t("region.share", { share: percent(roundedShare(tally)), people: count(tally.people) })
            : t("region.withheld")}
        </span>
      </h2>
      <ul className="flex flex-col">
        {sorted.map((one) => (
          <li
            key={one.country}
            className="border-line grid gap-x-6 gap-y-1 border-b py-3 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_minmax(0,4fr)]"
          >
            <strong className="font-semibold">{one.name}</strong>
            <Share tally={one.tally} />
            <RollOut {...one.rollOut} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Share({ tally }: { tally: Tally | null }) {
  const { t } = useTranslation("trust");
  const { count, percent } = useFigures();
  if (!tally) return <span className="text-ink-3">{t("country.withheld")}</span>;
  const share = roundedShare(tally);
  return (
    <span className="flex flex-col gap-1 tabular-nums">
      <span>
        {t("country.share", { share: percent(share) })}{" "}
        <span className="text-ink-3">{t("country.people", { people: count(tally.people) })}</span>
      </span>
      <svg
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        className="bg-sunk h-1.5 w-full rounded-full"
        aria-hidden="true"
      >
        <rect width={(share * 100).toFixed(0)} height="6" className="fill-ok" />
      </svg>
    </span>
  );
}

function RollOut({ stage, number, mode, effectiveAt, graceEndsAt, next }: CountryRollOut) {
  const { t } = useTranslation("trust");
  const { day } = useFormats();
  const values = { day: day(effectiveAt), grace: day(graceEndsAt) };
  const announced = mode === "shadow" ? "announcedTrial" : graceEndsAt ? "announcedGrace" : "announced";
  return (
    <span className="flex flex-col items-start gap-1">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatePill tone={tones[stage]}>{t(`stage.${stage}`)}</StatePill>
        {number ? <span className="text-ink-3">{t("wave", { number })}</span> : null}
      </span>
      <span className="text-ink-2 text-[0.95rem]">
        {t(`text.${stage === "announced" ? announced : stage}`, values)}
        {next
          ? ` ${t(next.mode === "shadow" ? "text.nextShadow" : "text.nextEnforce", { day: day(next.effectiveAt) })}`
          : null}
      </span>
    </span>
  );
}
