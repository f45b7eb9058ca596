import { sealSegments, sealSize, sealStrokes, sealTick } from "./seal-paths.ts";

type SealProps = {
  done: number;
  total: number;
  size: number;
  closed?: boolean;
  label?: string;
  /** Below the number, as in `of 10`. */
  caption?: string;
};

/** The mark of the brand: a ring that fills by one segment a step and closes when all are done. */
export function Seal({ done, total, size, closed = false, label, caption }: SealProps) {
  const colorOf = (index: number) => (closed ? "stroke-ok" : index < done ? "stroke-accent" : "stroke-line");
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: labelled, or hidden where the words beside it say the same
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${sealSize} ${sealSize}`}
      className="shrink-0"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      {sealSegments({ total, closed }).map((path, index) => (
        <path key={path} d={path} fill="none" className={colorOf(index)} strokeWidth={sealStrokes.ring} />
      ))}
      {closed ? (
        <path
          d={sealTick}
          fill="none"
          className="stroke-ok"
          strokeWidth={sealStrokes.tick}
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
