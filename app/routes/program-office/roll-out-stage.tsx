import type { ReactNode } from "react";
import type { RollOutStage } from "#app/features/waves/roll-out-state.ts";

/** How each stage is drawn: a colour, a pattern over the land and a mark, none of which stands alone. */
export const stageLooks: Record<RollOutStage, { text: string; land: string; pattern: ReactNode; mark: string }> = {
  none: {
    text: "text-ink-3",
    land: "fill-sunk stroke-card",
    pattern: null,
    mark: "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",
  },
  announced: {
    text: "text-info",
    land: "fill-info-soft stroke-info",
    pattern: <circle cx="3" cy="3" r="1" className="fill-info" />,
    mark: "M0-7L7 0L0 7L-7 0zM0-3.5L-3.5 0L0 3.5L3.5 0z",
  },
  trial: {
    text: "text-info",
    land: "fill-info-soft stroke-info",
    pattern: <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" className="stroke-info" />,
    mark: "M-6-6H6V6H-6z",
  },
  grace: {
    text: "text-warn",
    land: "fill-warn-soft stroke-warn",
    pattern: <path d="M0 0l6 6M6 0l-6 6" className="stroke-warn" />,
    mark: "M0-7L7.5 6H-7.5z",
  },
  enforced: {
    text: "text-ok",
    land: "fill-ok stroke-card",
    pattern: null,
    mark: "M-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0z",
  },
};

/** The land of a country, or a swatch of it. */
export function StageLand({ stage, d }: { stage: RollOutStage; d: string }) {
  const { land, pattern } = stageLooks[stage];
  return (
    <>
      <path d={d} className={land} strokeWidth="0.8" />
      {pattern ? <path d={d} fill={`url(#land-${stage})`} /> : null}
    </>
  );
}

export function StageMark({ stage, x = 0, y = 0 }: { stage: RollOutStage; x?: number; y?: number }) {
  const { mark, text } = stageLooks[stage];
  return (
    <g transform={`translate(${x} ${y})`} className={text}>
      <g className="stage-mark">
        <path d={mark} fill="currentColor" fillRule="evenodd" className="stroke-card" strokeWidth="1.5" />
        {stage === "enforced" ? (
          <path d="M-3 0l2 2.2l4-4.4" fill="none" className="stroke-card" strokeWidth="1.8" />
        ) : null}
      </g>
    </g>
  );
}

/** The patterns that land refers to; once a page. */
export function StagePatterns() {
  return (
    <defs>
      {Object.entries(stageLooks).map(([stage, { pattern }]) =>
        pattern ? (
          <pattern key={stage} id={`land-${stage}`} width="6" height="6" patternUnits="userSpaceOnUse">
            {pattern}
          </pattern>
        ) : null,
      )}
    </defs>
  );
}
