import { isCovered } from "../replays/watched-state.ts";
import type { PlayerData } from "./player-data.ts";
import type { WatchView } from "./watch-view.ts";

/** Which parts are watched, with a gap at each chapter. The words around it say the same. */
export function WatchedBar({ data: { chapters, replay }, view }: { data: PlayerData; view: WatchView }) {
  const { length } = replay;
  const gap = length / 250;
  return (
    <svg viewBox={`0 0 ${length} 1`} preserveAspectRatio="none" aria-hidden="true" className="block h-1.5 w-full">
      <rect width={length} height="1" className="fill-line" />
      {view.segments.map(([start, end]) => (
        <rect
          key={start}
          x={start}
          width={end - start}
          height="1"
          className={view.complete ? "fill-ok" : "fill-accent"}
        />
      ))}
      {chapters.slice(1).map(({ id, start }) => (
        <rect key={id} x={start - gap / 2} width={gap} height="1" className="fill-paper" />
      ))}
    </svg>
  );
}

/** By the parts that are watched; what is complete asks for no chapter any more. */
export function chapterState(
  { start, end, mandatory }: { start: number; end: number; mandatory: boolean },
  { segments, complete }: WatchView,
): "watched" | "needed" | "optional" {
  if (isCovered(segments, [start, end])) return "watched";
  return mandatory && !complete ? "needed" : "optional";
}
