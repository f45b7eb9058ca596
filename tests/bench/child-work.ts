import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Workshop } from "./workshop.ts";

/** Hands a task to a script in a process of its own. `stop` ends that process; it ends by itself when we do. */
export async function startChild<Task extends object, Answer>(
  workshop: Workshop,
  script: URL,
  task: Task,
): Promise<{ answer: Answer; stop: () => void }> {
  const child = workshop.adopt(fork(fileURLToPath(script), { execArgv: [] }));
  const answer = await new Promise<Answer>((resolve, reject) => {
    child.once("error", reject);
    child.once("message", (message) => resolve(message as Answer));
    child.once("exit", (code) => reject(new Error(`${script.pathname} ended with ${code} and gave no answer.`)));
    child.send(task);
  });
  return { answer, stop: () => void child.kill() };
}

export async function runChild<Task extends object, Answer>(workshop: Workshop, script: URL, task: Task) {
  const { answer, stop } = await startChild<Task, Answer>(workshop, script, task);
  stop();
  return answer;
}

/** In the child: takes the one task. A failure ends the process with its stack on standard error. */
export function takeTask<Task, Answer>(work: (task: Task) => Promise<Answer>): void {
  process.once("disconnect", () => process.exit());
  process.once("message", async (task) => {
    process.send?.(await work(task as Task));
  });
}
