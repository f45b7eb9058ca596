import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { ensureInstalled, findNode, nodeEnv, root } from "./bootstrap.mjs";

const stamp = join(root, "build/.sources");
const sources = ["app", "db", "public", "package.json", "package-lock.json", "vite.config.ts", "remix.config.js"];
const notBuilt = /(^|\/)db\/migrations\/|\.test\.tsx?$|\.mjs$|\.md$/;
const text = /\.(js|css|svg|json|txt|map|html|xml|webmanifest|vtt)$/;

/** Builds unless the build was made from exactly these sources. Ends the process when it fails. */
export async function ensureBuilt() {
  const wanted = fingerprint();
  if (!isBuilt(wanted)) await build(wanted);
}

/** Whether the build was made from exactly these sources. */
export function isBuilt(wanted = fingerprint()) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
}

export async function build(wanted = fingerprint()) {
  const startedAt = Date.now();
  console.log("Building the application.");
  // Without the stamp, a build that is interrupted is made anew.
  rmSync(stamp, { force: true });
  const { code, output } = await runRemixBuild();
  if (code !== 0) {
    console.error(`${output.trim()}\nThe build failed.`);
    process.exit(1);
  }
  console.log("  bundling the command and the server");
  const bundled = await bundleCommand();
  if (bundled.code !== 0) {
    console.error(`${bundled.output.trim()}\nThe build failed.`);
    process.exit(1);
  }
  console.log("  compressing what browsers load");
  await precompress(join(root, "build/client"));
  mkdirSync(join(root, "build"), { recursive: true });
  writeFileSync(stamp, wanted);
  console.log(`  built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

/** Hash of every source by name and content: a fresh clone has new file times but the same sources. */
function fingerprint() {
  const hash = createHash("sha1");
  for (const file of sources.flatMap((source) => listFiles(source)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function listFiles(path) {
  if (/\.\w+$/.test(path)) return [path];
  if (!existsSync(join(root, path))) return [];
  return readdirSync(join(root, path), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? listFiles(`${path}/${entry.name}`) : [`${path}/${entry.name}`]))
    .filter((file) => !notBuilt.test(file));
}

function runRemixBuild() {
  const cli = join(root, "node_modules/@remix-run/dev/dist/cli.js");
  return runNode([cli, "vite:build"], (chunk) => {
    for (const [step] of chunk.matchAll(/\d+ modules transformed|built in [\d.]+m?s/g)) console.log(`  ${step}`);
  });
}

function bundleCommand() {
  rmSync(join(root, "build/cli"), { recursive: true, force: true });
  return runNode([join(root, "app/cli/bundle-command.mjs")]);
}

function runNode(args, onOutput = () => {}) {
  return new Promise((done) => {
    const child = spawn(findNode(), args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: nodeEnv({ NODE_ENV: "production" }),
    });
    let output = "";
    const read = (chunk) => {
      output += chunk;
      onOutput(String(chunk));
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", (error) => done({ code: 1, output: error.message }));
    child.once("close", (code) => done({ code: code ?? 1, output }));
  });
}

/** Puts a `.br` and a `.gz` beside every text file that a browser loads, so that the server compresses none of them. */
async function precompress(folder) {
  const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];
  const files = readdirSync(folder, { recursive: true }).filter((file) => text.test(file));
  await Promise.all(
    files.map(async (file) => {
      const path = join(folder, file);
      const content = await readFile(path);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
      await writeFile(`${path}.br`, await brotli(content, { params }));
      await writeFile(`${path}.gz`, await gzipped(content, { level: 9 }));
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await ensureInstalled();
  await (process.argv.includes("--if-changed") ? ensureBuilt() : build());
}
