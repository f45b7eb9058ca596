import type { Line } from "./bench.ts";

/** Writes each line as soon as it is known: as JSON, or as a row of a table. */
export function linePrinter({ json }: { json: boolean }): (lines: readonly Line[]) => void {
  if (json) return (lines) => process.stdout.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  let begun = false;
  return (lines) => {
    if (!begun) process.stdout.write(row("", "median", "", "baseline", "ratio", "spread"));
    begun = true;
    for (const { name, value, unit, baseline, ratio, spread } of lines) {
      const share = spread === null ? "" : `${Math.round(spread * 100)} %`;
      process.stdout.write(row(name, number(value), unit, number(baseline), number(ratio), share));
    }
  };
}

function row(name: string, value: string, unit: string, ...rest: string[]): string {
  const cells = [name.padEnd(28), value.padStart(10), ` ${unit.padEnd(12)}`, ...rest.map((cell) => cell.padStart(10))];
  return `${cells.join("").trimEnd()}\n`;
}

function number(value: number | null): string {
  return value === null ? "" : value.toLocaleString("en", { maximumSignificantDigits: 4 });
}
