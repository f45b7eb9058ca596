/** How the answers to one item spread over what people got right in the rest of their forms. */
export type RestTable = {
  /** One more than the item's choices: column 0 is for questions left open. */
  width: number;
  /** `counts[rest * width + choice]`: people with `rest` right answers to their other questions who took `choice`. */
  counts: Uint32Array;
  /** Whether a column is right. */
  right: readonly boolean[];
};

export type ItemFigures = {
  answers: number;
  /** Mean mark over the highest possible mark, 0 to 1. */
  facility: number;
  standardDeviation: number;
  /** Pearson correlation of the mark with the marks in the rest of the form, -1 to 1; null when either never varies. */
  discrimination: number | null;
  /** Covariance with the rest over the highest that these marks allow, at most 1; null when that is zero. */
  efficiency: number | null;
  /** Covariance of the mark with the whole form's marks. */
  covarianceWithTotal: number;
  leftOpen: number;
  /** Expected facility if everybody guessed. */
  guess: number;
};

/**
 * Facility, discrimination index and discriminative efficiency as Moodle defines them (Quiz statistics calculations),
 * with the item itself always taken out of the score it is compared with. Null without two answers.
 */
export function itemFigures({ width, counts, right }: RestTable): ItemFigures | null {
  const rows = counts.length / width;
  const all = new Array<number>(rows).fill(0);
  const good = new Array<number>(rows).fill(0);
  let leftOpen = 0;
  for (let rest = 0; rest < rows; rest++) {
    for (let choice = 0; choice < width; choice++) {
      const people = counts[rest * width + choice] ?? 0;
      all[rest] = (all[rest] ?? 0) + people;
      if (right[choice]) good[rest] = (good[rest] ?? 0) + people;
      if (choice === 0) leftOpen += people;
    }
  }
  const answers = sum(all);
  if (answers < 2) return null;
  const marks = sum(good);
  const facility = marks / answers;
  const meanRest = sum(all.map((people, rest) => people * rest)) / answers;
  const rest2 = sum(all.map((people, rest) => people * (rest - meanRest) ** 2)) / (answers - 1);
  const variance = (answers * facility * (1 - facility)) / (answers - 1);
  const covariance = (sum(good.map((people, rest) => people * rest)) - marks * meanRest) / (answers - 1);
  const highest = (highestRests(all, marks) - marks * meanRest) / (answers - 1);
  const spread = Math.sqrt(variance * rest2);
  return {
    answers,
    facility,
    standardDeviation: Math.sqrt(variance),
    discrimination: spread > 1e-12 ? covariance / spread : null,
    efficiency: highest > 1e-12 ? covariance / highest : null,
    covarianceWithTotal: covariance + variance,
    leftOpen: leftOpen / answers,
    guess: right.filter(Boolean).length / Math.max(1, width - 1),
  };
}

/** The sum of the rests of the `marks` people with the highest ones: as if they alone had been right. */
function highestRests(all: readonly number[], marks: number): number {
  let left = marks;
  let total = 0;
  for (let rest = all.length - 1; rest >= 0 && left > 0; rest--) {
    const taken = Math.min(left, all[rest] ?? 0);
    total += taken * rest;
    left -= taken;
  }
  return total;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
