import { useTranslation } from "react-i18next";
import type { StatusCounts } from "#app/features/teams/team-figures.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { type Html, html } from "#app/ui/html.ts";

const width = 200;

/** Draws one bar for a group of people, in the order certified, not required yet, in grace or by override, blocked. */
export function useStatusMeter(): (counts: StatusCounts) => Html {
  const { t } = useTranslation("team");
  const { count } = useFigures();
  return (counts) => {
    const [open, grace] = [counts.not_required, counts.grace + counts.override];
    const parts = [
      { size: counts.certified, tone: "fill-ok" },
      { size: open, tone: "fill-info" },
      { size: grace, tone: "fill-warn" },
      { size: counts.blocked, tone: "fill-stop" },
    ];
    const label = t("bars.label", {
      ...{ certified: count(counts.certified), open: count(open), grace: count(grace), blocked: count(counts.blocked) },
    });
    let before = 0;
    const rects = parts.map(({ size, tone }) => {
      const x = (before / Math.max(1, counts.people)) * width;
      before += size;
      const end = (before / Math.max(1, counts.people)) * width;
      const wide = Math.max(0.5, end - x - 0.8).toFixed(2);
      return size > 0 ? html`<rect x="${x.toFixed(2)}" y="0" width="${wide}" height="10" class="${tone}"/>` : html``;
    });
    return html`<svg viewBox="0 0 ${width} 10" preserveAspectRatio="none" class="bg-sunk h-2.5 w-full min-w-24 rounded-full" role="img" aria-label="${label}">${rects}</svg>`;
  };
}
