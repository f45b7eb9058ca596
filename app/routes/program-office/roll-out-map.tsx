import { useTranslation } from "react-i18next";
import type { WorldMap } from "#app/features/roll-out/draw-world.ts";
import type { RollOutCountry } from "#app/features/roll-out/get-roll-out.server.ts";
import { type RollOutStage, rollOutStages } from "#app/features/waves/roll-out-state.ts";
import { paths } from "#app/platform/paths.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import type { RollOutCut } from "./roll-out-filter.tsx";
import { StageLand, StageMark, StagePatterns } from "./roll-out-stage.tsx";
import { useFigures } from "./use-figures.ts";

/** From this width on there is room for the code of a country. */
const roomForCode = 36;

/** What of the map goes to the page: the outlines of countries with people, and all other land as one shape. */
export function pictureOf({ width, height, countries, other }: WorldMap, shown: readonly { country: string }[]) {
  const codes = new Set(shown.map(({ country }) => country));
  const rest = [...countries].flatMap(([code, { d }]) => (d && !codes.has(code) ? [d] : []));
  const places = [...codes].flatMap((code) => {
    const place = countries.get(code);
    return place ? [{ code, ...place }] : [];
  });
  return { width, height, land: rest.join("") + other, places };
}

type RollOutMapProps = { countries: RollOutCountry[]; picture: ReturnType<typeof pictureOf>; cut: RollOutCut };

/** The state of each country by colour, pattern and mark. Who goes by keyboard finds the same links in the table. */
export function RollOutMap({ countries, picture, cut }: RollOutMapProps) {
  const { t } = useTranslation("rollOut");
  const byCode = new Map(countries.map((one) => [one.country, one]));
  const drawn = picture.places.flatMap((place) => {
    const state = byCode.get(place.code);
    return state ? [{ place, state }] : [];
  });
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("map.title")}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a picture with links in it is no fieldset. */}
      <svg
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        className="world-map -mx-4 w-[calc(100%+2rem)] max-w-none sm:mx-0 sm:w-full"
        role="group"
        aria-label={t("map.label")}
      >
        <StagePatterns />
        <path d={picture.land} className="fill-sunk stroke-card" strokeWidth="0.8" />
        {drawn.map(({ place, state }) =>
          place.d ? <StageLand key={place.code} stage={state.stage} d={place.d} /> : null,
        )}
        {drawn.map(({ place, state }) => (
          <CountryMark key={place.code} place={place} state={state} cut={cut} />
        ))}
      </svg>
      <Legend countries={countries} />
    </section>
  );
}

type CountryMarkProps = { place: RollOutMapProps["picture"]["places"][number]; state: RollOutCountry; cut: RollOutCut };

function CountryMark({ place, state, cut }: CountryMarkProps) {
  const { t } = useTranslation("rollOut");
  const { count, percent } = useFigures();
  const { country } = useFormats();
  const { counts, stage } = state;
  const title = t("map.country", {
    ...{
      country: country(place.code),
      stage: t(`stage.${stage}`),
      share: percent(counts.certifiedNow / counts.people),
    },
    ...{ people: t("people", { count: counts.people, shown: count(counts.people) }), blocked: count(counts.blocked) },
  });
  return (
    <a
      href={paths.teamPeople({ ...cut, country: place.code })}
      aria-label={title}
      tabIndex={-1}
      className="no-underline"
    >
      <title>{title}</title>
      <circle cx={place.x} cy={place.y} r="12" fillOpacity="0" />
      <StageMark stage={stage} x={place.x} y={place.y} />
      {place.width >= roomForCode ? (
        <text
          x={place.x}
          y={place.y + 22}
          textAnchor="middle"
          fontSize="13"
          className="fill-ink stroke-card"
          strokeWidth="3"
          paintOrder="stroke"
        >
          {place.code}
        </text>
      ) : null}
    </a>
  );
}

function Legend({ countries }: { countries: RollOutCountry[] }) {
  const { t } = useTranslation("rollOut");
  const { count } = useFigures();
  const of = (stage: RollOutStage) => countries.filter((one) => one.stage === stage).length;
  return (
    <ul aria-label={t("map.legend")} className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
      {rollOutStages
        .filter((stage) => of(stage) > 0)
        .map((stage) => (
          <li key={stage} className="flex items-start gap-3">
            <svg width="44" height="24" viewBox="0 0 44 24" aria-hidden="true" className="shrink-0">
              <StageLand stage={stage} d="M0 0H44V24H0z" />
              <StageMark stage={stage} x={22} y={12} />
            </svg>
            <span>
              <strong className="font-semibold">{t(`stage.${stage}`)}</strong>
              <span className="text-ink-2">
                : {t(`stageText.${stage}`)} · {t("map.countries", { count: of(stage), shown: count(of(stage)) })}
              </span>
            </span>
          </li>
        ))}
    </ul>
  );
}
