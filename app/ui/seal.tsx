type SealProps = {
  done: number;
  total: number;
  size: number;
  closed?: boolean;
  label?: string /** Below the number, as in `of 10`. */;
  caption?: string;
};

const radius = 46;

function point(degrees: number): string {
  const radians = ((degrees - 90) * Math.PI) / 180;
  return `${(56 + radius * Math.cos(radians)).toFixed(2)} ${(56 + radius * Math.sin(radians)).toFixed(2)}`;
}

/** The mark of the brand: a ring that fills by one segment a step and closes when all are done. */
export function Seal({ done, total, size, closed = false, label, caption }: SealProps) {
  const gap = closed ? 0 : Math.min(15, 150 / total);
  const segments = Array.from({ length: total }, (_, index) => ({
    path: `M${point((index * 360) / total + gap / 2)}A${radius} ${radius} 0 0 1 ${point(((index + 1) * 360) / total - gap / 2)}`,
    color: closed ? "stroke-ok" : index < done ? "stroke-accent" : "stroke-line",
  }));
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: labelled, or hidden where the words beside it say the same
    <svg
      width={size}
      height={size}
      viewBox="0 0 112 112"
      className="shrink-0"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      {segments.map(({ path, color }) => (
        <path key={path} d={path} fill="none" className={color} strokeWidth="9" />
      ))}
      {closed ? (
        <path
          d="M38 57l13 13 24-28"
          fill="none"
          className="stroke-ok"
          strokeWidth="8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ) : caption ? (
        <>
          <text x="56" y="60" textAnchor="middle" fontSize="28" fontWeight="680" className="fill-ink">
            {done}
          </text>
          <text x="56" y="77" textAnchor="middle" fontSize="13" className="fill-ink-3">
            {caption}
          </text>
        </>
      ) : (
        <text x="56" y="64" textAnchor="middle" fontSize="24" fontWeight="680" className="fill-ink">
          {`${done}/${total}`}
        </text>
      )}
    </svg>
  );
}
