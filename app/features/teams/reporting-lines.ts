type Node = { employeeId: string; managerEmployeeId: string | null };

export type ReportingLines<M extends Node> = {
  byEmployeeId: ReadonlyMap<string, M>;
  reportsOf: ReadonlyMap<string, readonly M[]>;
};

/** Who reports to whom, joined by the employee id that HR gives; a manager may be unknown, or in a loop. */
export function reportingLines<M extends Node>(people: readonly M[]): ReportingLines<M> {
  const byEmployeeId = new Map<string, M>();
  const reportsOf = new Map<string, M[]>();
  for (const person of people) {
    byEmployeeId.set(person.employeeId, person);
    if (person.managerEmployeeId === null) continue;
    const reports = reportsOf.get(person.managerEmployeeId);
    if (reports) reports.push(person);
    else reportsOf.set(person.managerEmployeeId, [person]);
  }
  return { byEmployeeId, reportsOf };
}

/** Everybody below a manager at any depth, without the manager. Ends in a loop too: nobody is taken twice. */
export function listBelow<M extends Node>({ reportsOf }: ReportingLines<M>, employeeId: string): Set<M> {
  const below = new Set<M>();
  const open = [employeeId];
  for (let manager = open.pop(); manager !== undefined; manager = open.pop()) {
    for (const person of reportsOf.get(manager) ?? []) {
      if (person.employeeId === employeeId || below.has(person)) continue;
      below.add(person);
      if (reportsOf.has(person.employeeId)) open.push(person.employeeId);
    }
  }
  return below;
}

/** The managers of a person from the nearest up; ends at somebody unknown, and where a loop closes. */
export function lineAbove<M extends Node>({ byEmployeeId }: ReportingLines<M>, person: M): M[] {
  const line: M[] = [];
  const seen = new Set([person]);
  let manager = byEmployeeId.get(person.managerEmployeeId ?? "");
  while (manager && !seen.has(manager)) {
    seen.add(manager);
    line.push(manager);
    manager = byEmployeeId.get(manager.managerEmployeeId ?? "");
  }
  return line;
}

/** Who has no manager here, and one of each loop that nobody stands above: together they lead everybody. */
export function listTops<M extends Node>(lines: ReportingLines<M>): M[] {
  const { byEmployeeId } = lines;
  const tops: M[] = [];
  const led = new Set<M>();
  const lead = (top: M) => {
    tops.push(top);
    led.add(top);
    for (const one of listBelow(lines, top.employeeId)) led.add(one);
  };
  for (const one of byEmployeeId.values()) if (!byEmployeeId.has(one.managerEmployeeId ?? "")) lead(one);
  for (const one of byEmployeeId.values()) if (!led.has(one)) lead(one);
  return tops;
}
