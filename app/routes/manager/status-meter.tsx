import { useTranslation } from "react-i18next";
import type { StatusCounts } from "#app/features/teams/team-figures.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";

const width = 200;

/** One bar for a group of people, in the order certified, not required yet, in grace or by override, blocked. */
export function StatusMeter({ counts }: { counts: StatusCounts }) {
  const { t } = useTranslation("team");
  const { count } = useFigures();
  const [open, grace] = [counts.not_required, counts.grace + counts.override];
  const parts = [
    { name: "certified", size: counts.certified, tone: "fill-ok" },
    { name: "open", size: open, tone: "fill-info" },
    { name: "grace", size: grace, tone: "fill-warn" },
    { name: "blocked", size: counts.blocked, tone: "fill-stop" },
  ];
  const label = t("bars.label", {
    ...{ certified: count(counts.certified), open: count(open), grace: count(grace), blocked: count(counts.blocked) },
  });
  let before = 0;
  return (
    <svg
      viewBox={`0 0 ${width} 10`}
      preserveAspectRatio="none"
      className="bg-sunk h-2.5 w-full min-w-24 rounded-full"
      role="img"
      aria-label={label}
    >
      {parts.map(({ name, size, tone }) => {
        const x = (before / Math.max(1, counts.people)) * width;
        before += size;
        const end = (before / Math.max(1, counts.people)) * width;
        return size > 0 ? (
          <rect
            key={name}
            x={x.toFixed(2)}
            y="0"
            width={Math.max(0.5, end - x - 0.8).toFixed(2)}
            height="10"
            className={tone}
          />
        ) : null;
      })}
    </svg>
  );
}
