import type { MessageBlock } from "#app/platform/db.server.ts";
import { paths } from "#app/platform/paths.ts";
import type { readerWords } from "./reader-words.ts";

type Words = Pick<ReturnType<typeof readerWords>, "t">;
export type StepLeft = { title: string; minutes: number; href: string };

/** What is left, how long it takes, and the link of the next step. */
export function writeSteps({ t }: Words, steps: readonly StepLeft[]): MessageBlock[] {
  const [next] = steps;
  if (!next) return [{ kind: "action", label: t("open"), path: paths.program() }];
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
  return [
    { kind: "text", text: t("left", { count: steps.length, minutes, next: next.title }) },
    { kind: "action", label: t("continue", { title: next.title }), path: next.href },
  ];
}

export function writeHelp({ t }: Words, manager: string | null): MessageBlock {
  return { kind: "text", text: manager ? t("helpManager", { name: manager }) : t("helpOffice") };
}
