/**
 * Every loop of a reporting tree, each as the employee ids from one person up to the person's own manager. Takes each
 * person once, so the time grows with the number of people. A manager who is not in the map ends the way up.
 */
export function findLoops(managerOf: ReadonlyMap<string, string | null>): string[][] {
  const loops: string[][] = [];
  const walkOf = new Map<string, number>();
  let walk = 0;
  for (const start of managerOf.keys()) {
    walk += 1;
    const path: string[] = [];
    let person: string | null | undefined = start;
    while (person !== null && person !== undefined && managerOf.has(person) && !walkOf.has(person)) {
      walkOf.set(person, walk);
      path.push(person);
      person = managerOf.get(person);
    }
    if (person !== null && person !== undefined && walkOf.get(person) === walk) {
      loops.push(path.slice(path.indexOf(person)));
    }
  }
  return loops;
}
