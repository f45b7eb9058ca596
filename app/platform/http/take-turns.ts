/**
 * Lets callers go on one at a time, in the order in which they asked, each in a round of the event loop of its own. What
 * many ask for at once is otherwise worked on in one go: whoever comes meanwhile, be it for an answer of a tenth of a
 * millisecond, waits for all of it, and who just missed the go waits for two.
 */
export function takeTurns(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const next = () => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return () =>
    new Promise((resume) => {
      waiting.push(resume);
      if (waiting.length === 1) setImmediate(next);
    });
}
