type Question = { id: string; at: number };

/** The first question without an answer that the replay has come to, also when a seek went past it. */
export function dueCheckpoint<One extends Question>(
  checkpoints: readonly One[],
  { position, answered }: { position: number; answered: ReadonlySet<string> },
): One | null {
  return checkpoints.find(({ id, at }) => at <= position && !answered.has(id)) ?? null;
}
