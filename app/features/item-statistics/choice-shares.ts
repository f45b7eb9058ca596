import type { RestTable } from "./item-figures.ts";

export type ChoiceShare = {
  /** Shares of all who were asked, 0 to 1. */
  overall: number;
  top: number;
  bottom: number;
};

/**
 * Of everybody, of the third with the best rest of the form and of the third with the worst, who took which choice;
 * the first entry is for questions left open. People of one score who lie across the border of a third count in part,
 * so the thirds are of one size whatever the order of the people.
 */
export function choiceShares({ width, counts }: RestTable): ChoiceShare[] {
  const rows = counts.length / width;
  const people = counts.reduce((total, count) => total + count, 0);
  const downwards = Array.from({ length: rows }, (_, n) => rows - 1 - n);
  const top = takeThird(downwards, people / 3);
  const bottom = takeThird([...downwards].reverse(), people / 3);
  return Array.from({ length: width }, (_, choice) => {
    let overall = 0;
    for (let rest = 0; rest < rows; rest++) overall += counts[rest * width + choice] ?? 0;
    const share = (count: number, of: number) => (of > 0 ? count / of : 0);
    return {
      overall: share(overall, people),
      top: share(top[choice] ?? 0, people / 3),
      bottom: share(bottom[choice] ?? 0, people / 3),
    };
  });

  function takeThird(order: readonly number[], size: number): number[] {
    const taken = new Array<number>(width).fill(0);
    let left = size;
    for (const rest of order) {
      const row = counts.subarray(rest * width, (rest + 1) * width);
      const here = row.reduce((total, count) => total + count, 0);
      if (here === 0) continue;
      const part = Math.min(1, left / here);
      row.forEach((count, choice) => {
        taken[choice] = (taken[choice] ?? 0) + count * part;
      });
      left -= here * part;
      if (left <= 0) break;
    }
    return taken;
  }
}
