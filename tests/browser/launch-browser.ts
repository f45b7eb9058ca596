import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Browser, chromium } from "playwright-core";

const cache = resolve(".cache");

const flags = [
  // Root may not use the sandbox, and a container has no room in /dev/shm.
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--font-render-hinting=none",
];

/**
 * Starts the Chromium that comes as an npm package. Nothing has to be installed on the machine, neither libraries nor
 * fonts. Where the package has no build for the machine, the Chrome that is installed there serves. With
 * `debuggingPort`, other programs of this machine can drive it too.
 */
export async function launchBrowser({ debuggingPort }: { debuggingPort?: number } = {}): Promise<Browser> {
  const listening = debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`];
  if (process.platform !== "linux" || process.arch !== "x64")
    return chromium.launch({ channel: "chrome", args: listening });
  const folder = await unpackBrowser();
  writeFileSync(join(folder, "fonts.conf"), fontsOf(folder));
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args: [...flags, ...listening],
    env: {
      ...definedOf(process.env),
      LD_LIBRARY_PATH: join(folder, "al2023/lib"),
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
    },
  });
}

/** Unpacks once a version: another process may be doing the same, and either may be ended in the middle. */
async function unpackBrowser(): Promise<string> {
  const { version } = JSON.parse(readFileSync("node_modules/@sparticuz/chromium/package.json", "utf8"));
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(join(cache, "chromium-unpacking-"));
  await withEnvironment({ TMPDIR: unfinished, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" }, async () => {
    const { default: packaged } = await import("@sparticuz/chromium");
    await packaged.executablePath();
  });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Somebody else was faster.
    if (!existsSync(folder)) throw error;
    rmSync(unfinished, { recursive: true });
  }
  return folder;
}

/**
 * The package unpacks into the temporary folder, brings its libraries only to machines of a certain cloud, and leaves
 * its traces in the environment, which the servers that tests start would inherit.
 */
async function withEnvironment(changes: Record<string, string>, run: () => Promise<void>) {
  const before = { ...process.env };
  Object.assign(process.env, changes);
  try {
    await run();
  } finally {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/**
 * The machine's fonts, and those of the package where it has none. The interface is set in the package's own, so that
 * pictures are the same everywhere; left alone, a machine may well answer a semi-bold sans with somebody's Bookman.
 */
function fontsOf(folder: string): string {
  const folders = ["/usr/share/fonts", "/usr/local/share/fonts", join(folder, "fonts")];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((one) => `  <dir>${one}</dir>`).join("\n")}
  <match target="pattern">
    <test name="family" qual="any"><string>system-ui</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>Open Sans</string></edit>
  </match>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;
}

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
