const radius = 46;

/** The square in which the seal is drawn, and the strokes of its ring and its tick. */
export const sealSize = 112;
export const sealStrokes = { ring: 9, tick: 8 };
export const sealTick = "M38 57l13 13 24-28";

/** The ring as SVG paths, one a segment, clockwise from the top; without gaps when it is closed. */
export function sealSegments({ total, closed }: { total: number; closed: boolean }): string[] {
  const gap = closed ? 0 : Math.min(15, 150 / total);
  return Array.from(
    { length: total },
    (_, index) =>
      `M${point((index * 360) / total + gap / 2)}A${radius} ${radius} 0 0 1 ${point(((index + 1) * 360) / total - gap / 2)}`,
  );
}

function point(degrees: number): string {
  const radians = ((degrees - 90) * Math.PI) / 180;
  return `${(56 + radius * Math.cos(radians)).toFixed(2)} ${(56 + radius * Math.sin(radians)).toFixed(2)}`;
}
