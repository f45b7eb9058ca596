/** Lets pages and the gate be answered before a long piece of work goes on. */
export function nextTurn(): Promise<void> {
  return new Promise((resume) => setImmediate(resume));
}
