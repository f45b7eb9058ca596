// Plain JavaScript without dependencies: these files run on whatever Node the machine has, before anything is installed.
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isNodeNewEnough } from "./node-needed.mjs";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

const modules = join(root, "node_modules");
/** npm may write its own note of what is installed a moment before the lock file of the same run. */
const sameRunMs = 2000;
const forwarded = ["SIGINT", "SIGTERM", "SIGHUP"];

export function isInstalled() {
  const [wanted, installed] = [
    modifiedAt(join(root, "package-lock.json")),
    modifiedAt(join(modules, ".package-lock.json")),
  ];
  return installed !== null && installed + sameRunMs >= (wanted ?? 0) && findNode() !== null;
}

/** Installs what package-lock.json names, unless that is done. Ends the process when it fails. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.log("Installing the packages (npm ci). This needs the npm registry and takes a minute or two.");
  // A newer Node inside node_modules must not run the npm that is about to delete it.
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => !resolve(folder).startsWith(modules));
  const npm = (command) =>
    run("npm", [command, "--no-fund", "--no-audit", "--loglevel=error"], {
      env: { ...process.env, PATH: path.join(delimiter) },
      shell: process.platform === "win32",
    });
  // A registry that lacks the packages of other platforms makes npm ci refuse; npm install takes the same versions.
  const code = (await npm("ci")) === 0 ? 0 : await npm("install");
  if (code !== 0) {
    console.error("The packages could not be installed; what npm says is above. Nothing was started.");
    process.exit(code);
  }
  if (findNode() === null) {
    console.error(
      "npm ci left out Node 24, the package `node`: its install script may not run here. Try `npm rebuild node`.",
    );
    process.exit(1);
  }
}

/** Says what to do when nothing is installed, and ends the process. */
export function requireInstalled() {
  if (existsSync(modules) && findNode() !== null) return;
  console.error("The packages are not installed. Run `npm ci` first.");
  process.exit(2);
}

/**
 * A young generation of half the usual size: a server under load holds 50 MB less, at no cost that could be measured.
 * The old one may triple before it is collected: a full collection takes both cores from the pages being made, and
 * heaps of 40 MB had one every 400 ms.
 */
export const clearedFlags = ["--max-semi-space-size=8", "--heap-growing-percent=200"];

/** The Node 24 that comes as an npm package, or the running one when it is new enough. */
export function findNode() {
  const packaged = [join(modules, "node/bin/node"), join(modules, ".bin/node")].find((file) => existsSync(file));
  return packaged ?? (isNodeNewEnough() ? process.execPath : null);
}

/** Starts a script under Node 24 with the terminal handed on. `ended` resolves with its exit code, 1 for a signal. */
export function startNode(args, env = {}) {
  const child = spawn(findNode(), args, { cwd: root, stdio: "inherit", env: nodeEnv(env) });
  const ended = new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
  return { child, ended };
}

/** Compiled sources are kept between runs: it shortens every start. */
export function nodeEnv(env = {}) {
  return { NODE_COMPILE_CACHE: join(root, ".cache/node"), ...process.env, ...env };
}

/** Resolves with the exit code; the terminal and signals are handed on. */
export function run(command, args, options) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", ...options });
    // A terminal sends Ctrl-C to both of us; from anyone else it reaches only the process that was named.
    const forward = (signal) => (signal === "SIGINT" && process.stdin.isTTY) || child.kill(signal);
    for (const signal of forwarded) process.on(signal, forward);
    child.once("error", (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      done(1);
    });
    child.once("exit", (code, signal) => {
      for (const name of forwarded) process.off(name, forward);
      if (signal) process.kill(process.pid, signal);
      else done(code ?? 1);
    });
  });
}

function modifiedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
