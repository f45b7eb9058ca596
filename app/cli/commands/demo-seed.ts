import { demoAccounts, demoPassword } from "#app/features/demo/demo-accounts.ts";
import { type DemoPhase, seedDemo } from "#app/features/demo/seed-demo.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import type { Command } from "../command.ts";
import type { Output, Progress } from "../output.ts";

const labels: Record<DemoPhase, string> = {
  people: "Importing people ",
  histories: "Telling histories",
  accounts: "Making accounts  ",
  teams: "Gathering teams  ",
};

export const demoSeedCommand: Command = {
  name: "demo seed",
  usage: "",
  summary: "Loads 40,000 invented people with their histories into a database that holds nobody else.",
  options: {},
  positionals: [0, 0],
  run: async ({ app, output }) => {
    const seeded = await seedWithProgress(await app(), output);
    if (!seeded) output.line("The demo is loaded already.");
    output.record({ type: "demo-seeded", already: !seeded, password: demoPassword, accounts: demoAccounts });
    showDemoAccounts(output);
    return 0;
  },
};

/** Loads the demo with a bar for each long step; false when it was complete already. */
export async function seedWithProgress(app: AppContext, output: Output): Promise<boolean> {
  let current: { phase: DemoPhase; bar: Progress } | undefined;
  const startedAt = performance.now();
  try {
    const seeded = await seedDemo(app, {
      onProgress: (phase, done, total) => {
        if (current?.phase !== phase) {
          current?.bar.end();
          current = { phase, bar: output.progress(labels[phase]) };
        }
        current.bar.update(done, total);
      },
    });
    current?.bar.end();
    if (seeded) output.line(`Loaded the demo in ${((performance.now() - startedAt) / 1000).toFixed(0)} s.`);
    return seeded;
  } catch (error) {
    current?.bar.end();
    throw error;
  }
}

export function showDemoAccounts(output: Output): void {
  const width = Math.max(...demoAccounts.map(({ login }) => login.length));
  output.line(`\nThese people can sign in, all with the password ${demoPassword}\n`);
  for (const { login, name, role, story } of demoAccounts) {
    output.line(`  ${login.padEnd(width)}  ${name}, ${role}`);
    output.line(`  ${" ".repeat(width)}  ${story}`);
  }
}
