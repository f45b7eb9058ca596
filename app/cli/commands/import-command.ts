import { createInterface } from "node:readline/promises";
import { describeComparison, describeRefusals, describeWarnings } from "#app/features/people/describe-import.ts";
import { type ImportOutcome, importPeople } from "#app/features/people/import-people.server.ts";
import type { PeopleFeed } from "#app/features/people/people-feed.ts";
import type { ImportPhase, ImportPlan, OnProgress } from "#app/features/people/plan-import.server.ts";
import { wholeNumber } from "#app/features/people/whole-number.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import type { Command } from "../command.ts";
import type { Output, Progress } from "../output.ts";
import { operatorName } from "./operator-name.ts";

type ImportCommand<Column extends string> = {
  name: string;
  summary: string;
  feedOf: (app: AppContext) => Promise<PeopleFeed<Column>>;
};

/** A command that loads a file of a feed. */
export function importCommand<Column extends string>({ name, summary, feedOf }: ImportCommand<Column>): Command {
  return {
    name,
    usage: "FILE [--dry-run] [--yes] [--refused FILE]",
    summary: `${summary} The first load is applied at once; a later one shows what it changes and asks, or takes --yes. --dry-run only shows. Refused rows are listed beside the file, or where --refused says.`,
    options: { "dry-run": { type: "boolean" }, yes: { type: "boolean" }, refused: { type: "string" } },
    positionals: [1, 1],
    run: async ({ app: openApp, output, positionals, values }) => {
      const [file = ""] = positionals;
      const app = await openApp();
      const progress = showProgress(output);
      let shown = false;
      const show = (plan: ImportPlan) => {
        progress.end();
        if (!shown) for (const line of describePlan(plan)) output.line(line);
        shown = true;
      };
      try {
        const outcome = await importPeople({
          ...app,
          feed: await feedOf(app),
          file,
          appliedBy: operatorName(),
          refusedFile: typeof values.refused === "string" ? values.refused : undefined,
          dryRun: values["dry-run"] === true,
          confirm: (plan) => {
            show(plan);
            return values.yes === true ? Promise.resolve(true) : ask(output);
          },
          onProgress: progress.update,
        });
        show(outcome.plan);
        output.line(conclusion(outcome, `cleared ${name} ${argument(file)} --yes`));
        if (outcome.refusedFile) output.line(`The refused rows are listed in ${outcome.refusedFile}.`);
        output.record(recordOf(outcome));
        return outcome.plan.summary.refused > 0 ? 1 : 0;
      } finally {
        progress.end();
      }
    },
  };
}

function showProgress(output: Output): { update: OnProgress; end: () => void } {
  const labels: Record<ImportPhase, string> = { read: "Reading", compare: "Comparing", write: "Writing" };
  let current: { phase: ImportPhase; bar: Progress } | undefined;
  const end = () => {
    current?.bar.end();
    current = undefined;
  };
  const update: OnProgress = (phase, done, total) => {
    if (current?.phase !== phase) {
      end();
      current = { phase, bar: output.progress(labels[phase]) };
    }
    current.bar.update(done, total);
  };
  return { update, end };
}

function describePlan({ fileName, summary, comparison, refusals, firstLoad, shown }: ImportPlan): string[] {
  return [
    `${fileName}: ${wholeNumber(summary.rows)} rows`,
    ...describeComparison(comparison, { ...shown, firstLoad }),
    ...describeRefusals(refusals, summary.refused),
    ...describeWarnings(summary.warnings),
  ];
}

/** Asks on a terminal; where nobody can answer, the answer is no. */
async function ask(output: Output): Promise<boolean> {
  if (output.json || !process.stdin.isTTY || !process.stdout.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Ctrl-C or the end of the input are a no.
  const closed = new Promise<string>((resolve) => terminal.once("close", () => resolve("\n")));
  const answer = await Promise.race([terminal.question("Apply? [y/N] "), closed]);
  terminal.close();
  if (answer === "\n") output.line("");
  return /^y(es)?$/i.test(answer.trim());
}

function conclusion({ result }: ImportOutcome, toApply: string): string {
  if (result === "applied") return "Imported.";
  if (result === "nothing-changed") return "Nothing has changed.";
  if (result === "dry-run") return "Nothing was applied: this was a dry run.";
  return `Nothing was applied. To apply it: ${toApply}`;
}

/** As a shell takes it. */
function argument(file: string): string {
  return /^[\w./-]+$/.test(file) ? file : JSON.stringify(file);
}

function recordOf({ plan, result, refusedFile }: ImportOutcome) {
  return { type: "summary", ...plan.summary, applied: result === "applied", result, refusedFile };
}
