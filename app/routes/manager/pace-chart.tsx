import { useTranslation } from "react-i18next";
import type { Pace } from "#app/features/teams/pace.ts";
import { ScrollTable } from "#app/routes/program-office/scroll-table.tsx";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { html, inside } from "#app/ui/html.ts";
import { useFormats } from "#app/ui/use-formats.ts";

const size = { width: 480, height: 200, left: 46, right: 10, top: 10, bottom: 10 };

/** The certified share over time beside the straight line to the date, as a picture and as a table. */
export function PaceChart({ pace, asOf }: { pace: Pace; asOf: number }) {
  const { t } = useTranslation("team");
  const { percent } = useFigures();
  const { day, moment } = useFormats();
  const { points, wave } = pace;
  const share = percent(pace.people === 0 ? 0 : pace.certified / pace.people);
  const [needed, date] = [percent(pace.neededNow), day(wave.deadline)];
  const rows = points.map(
    (point) =>
      html`<tr><th scope="row">${day(point.at)}</th><td class="number">${percent(point.certified)}</td><td class="number">${percent(point.needed)}</td></tr>`,
  );
  return (
    <section className="panel flex flex-col gap-3">
      <h2>{t("pace.title")}</h2>
      <p className="text-ink-2">
        {t("pace.wave", { day: date })}. {wave.mode === "shadow" ? `${t("pace.shadow")} ` : null}
        {t("asOf", { at: moment(asOf) })}.
      </p>
      <PacePicture pace={pace} label={t("pace.label", { share, needed, day: date })} />
      <details>
        <summary className="text-accent cursor-pointer underline underline-offset-[3px]">{t("pace.table")}</summary>
        <ScrollTable label={t("pace.title")} width="mt-3">
          <thead>
            <tr>
              <th scope="col">{t("pace.day")}</th>
              <th scope="col" className="number">
                {t("pace.certified")}
              </th>
              <th scope="col" className="number">
                {t("pace.needed")}
              </th>
            </tr>
          </thead>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes what is not literal. */}
          <tbody dangerouslySetInnerHTML={inside(...rows)} />
        </ScrollTable>
      </details>
    </section>
  );
}

function PacePicture({ pace: { points, wave }, label }: { pace: Pace; label: string }) {
  const { percent } = useFigures();
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 1];
  const x = (at: number) =>
    size.left + ((at - first) / Math.max(1, last - first)) * (size.width - size.left - size.right);
  const y = (share: number) => size.top + (1 - share) * (size.height - size.top - size.bottom);
  const done = points.flatMap(({ at, certified }) => (certified === null ? [] : [{ at, share: certified }]));
  const line = (of: { at: number; share: number }[]) =>
    of.map(({ at, share }, n) => `${n === 0 ? "M" : "L"}${x(at).toFixed(1)} ${y(share).toFixed(1)}`).join("");
  const now = done.at(-1);
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      className="text-accent w-full max-w-[760px]"
      role="img"
      aria-label={label}
    >
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <path d={`M${size.left} ${y(share)}H${size.width - size.right}`} className="stroke-line" strokeWidth="1" />
          <text x={size.left - 6} y={y(share) + 5} textAnchor="end" fontSize="14" className="fill-ink-3">
            {percent(share)}
          </text>
        </g>
      ))}
      <path
        d={line(points.map(({ at, needed }) => ({ at, share: needed })))}
        className="stroke-ink-3"
        fill="none"
        strokeWidth="1.5"
        strokeDasharray="5 5"
      />
      <path
        d={`M${x(wave.deadline).toFixed(1)} ${size.top}V${size.height - size.bottom}`}
        className="stroke-warn"
        strokeWidth="2"
      />
      <path d={line(done)} fill="none" stroke="currentColor" strokeWidth="3" strokeLinejoin="round" />
      {now ? <circle cx={x(now.at).toFixed(1)} cy={y(now.share).toFixed(1)} r="5" fill="currentColor" /> : null}
    </svg>
  );
}
