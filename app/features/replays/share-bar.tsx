import { type ReplayProgress, wholePercent } from "./replay-progress.ts";

/** How much is watched, as a line with a mark where it is enough. The words beside it say the same. */
export function ShareBar({ progress: { share, threshold, complete } }: { progress: ReplayProgress }) {
  const color = complete ? "fill-ok" : "fill-accent";
  return (
    <svg viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true" className="block h-1.5 w-full">
      <rect width="100" height="2" className="fill-line" />
      <rect width={wholePercent(share)} height="2" className={color} />
      {complete ? null : <rect x={wholePercent(threshold)} width="0.6" height="2" className="fill-ink-3" />}
    </svg>
  );
}
