/** Both from 0 to 1, from the left and from below. */
type ChartPoint = { x: number; y: number };

type LineChartProps = {
  /** The whole picture in words. */
  label: string;
  /** Words of a share, for the scale and for the last point. */
  share: (y: number) => string;
  line: ChartPoint[];
  /** What the line is held against, dashed. */
  aim?: ChartPoint[];
  /** An upright line, with its words below. */
  mark?: { x: number; text: string };
  /** Words below the left and the right end. */
  from: string;
  until: string;
};

const scale = [1, 0.5, 0];
/** Nearer to the mark than this, the words below an end would run into those of the mark. */
const roomForWords = 0.25;

/**
 * Shares over time, as wide as there is room. Only the lines are stretched: words, dots and strokes keep their size, so
 * that they can be read at any width.
 */
export function LineChart({ label, share, line, aim = [], mark, from, until }: LineChartProps) {
  const last = line.at(-1);
  const ends = [
    { x: 0, text: from },
    { x: 1, text: until },
  ].filter(({ x }) => !mark || Math.abs(x - mark.x) > roomForWords);
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-3 text-sm">
      <div className="text-ink-3 flex h-48 flex-col justify-between text-right leading-none tabular-nums" aria-hidden>
        {scale.map((y) => (
          <span key={y}>{share(y)}</span>
        ))}
      </div>
      <svg className="text-accent mt-1.5 mb-7 h-45 w-full overflow-visible" role="img" aria-label={label}>
        {scale.map((y) => (
          <line key={y} x1="0" x2="100%" y1={down(y)} y2={down(y)} className="stroke-line" />
        ))}
        {mark ? (
          <line x1={across(mark.x)} x2={across(mark.x)} y1="0" y2="100%" className="stroke-warn" strokeWidth="2" />
        ) : null}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%" overflow="visible" aria-hidden>
          <g fill="none" strokeLinejoin="round">
            <path
              d={pathOf(aim)}
              className="stroke-ink-3"
              strokeWidth="1.5"
              strokeDasharray="5 5"
              vectorEffect="non-scaling-stroke"
            />
            <path d={pathOf(line)} stroke="currentColor" strokeWidth="3" vectorEffect="non-scaling-stroke" />
          </g>
        </svg>
        {last ? <LastPoint point={last} text={share(last.y)} aim={yAt(aim, last.x)} /> : null}
        {ends.map(({ x, text }) => (
          <WordsBelow key={x} x={x} text={text} className="fill-ink-3" />
        ))}
        {mark ? <WordsBelow x={mark.x} text={mark.text} className="fill-warn" /> : null}
      </svg>
    </div>
  );
}

/** How much of the height the words of the last point take. */
const roomAbove = 0.15;

function LastPoint({ point, text, aim }: { point: ChartPoint; text: string; aim: number }) {
  const crowded = point.y + roomAbove > 1 || (aim > point.y && aim < point.y + roomAbove);
  const dy = crowded && point.y > roomAbove ? 26 : -14;
  return (
    <>
      <circle cx={across(point.x)} cy={down(point.y)} r="5" fill="currentColor" />
      <text x={across(point.x)} y={down(point.y)} dy={dy} textAnchor={anchorAt(point.x)} className="fill-ink font-bold">
        {text}
      </text>
    </>
  );
}

function WordsBelow({ x, text, className }: { x: number; text: string; className: string }) {
  return (
    <text x={across(x)} y="100%" dy="20" textAnchor={anchorAt(x)} className={className}>
      {text}
    </text>
  );
}

const across = (x: number) => `${(x * 100).toFixed(2)}%`;
const down = (y: number) => `${((1 - y) * 100).toFixed(2)}%`;

function anchorAt(x: number): "start" | "middle" | "end" {
  if (x < roomForWords) return "start";
  return x > 1 - roomForWords ? "end" : "middle";
}

function pathOf(points: ChartPoint[]): string {
  return points
    .map(({ x, y }, n) => `${n === 0 ? "M" : "L"}${(x * 100).toFixed(2)} ${((1 - y) * 100).toFixed(2)}`)
    .join("");
}

/** The height of the nearest point at or before a place. */
function yAt(points: ChartPoint[], x: number): number {
  return points.findLast((point) => point.x <= x)?.y ?? 0;
}
