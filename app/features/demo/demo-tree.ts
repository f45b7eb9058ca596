const reportsOfManager = 9.4;
const managersOfDirector = 9.5;
const mostUnderHead = 10;

/**
 * How many people stand on each level of a country's reporting tree, from its head (always one) down to the reps;
 * together they are `people`.
 */
export function countryLevels(people: number): number[] {
  const levels: number[] = [];
  let above = Math.max(1, Math.round((people - 1) / (reportsOfManager + 1 + 1 / managersOfDirector)));
  while (above > 1) {
    levels.unshift(above);
    above = above > mostUnderHead ? Math.max(1, Math.round(above / managersOfDirector)) : 1;
  }
  levels.unshift(1);
  return [...levels, people - levels.reduce((sum, count) => sum + count, 0)];
}

/** The place of the parent among `parents`, so that the teams are neighbours and of the same size give or take one. */
export function parentIndex(index: number, { children, parents }: { children: number; parents: number }): number {
  return Math.floor((index * parents) / children);
}
