import { resolve } from "node:path";
import { build } from "esbuild";

/** Left outside the bundle: native code, and what finds files of its own beside itself. */
const external = [
  "better-sqlite3",
  "@node-rs/argon2",
  "pg",
  "mdx-bundler",
  "esbuild",
  "vite",
  "pdfkit",
  "harfbuzzjs",
  "subset-font",
];

const encoder = resolve("app/platform/http/encode-when-read.ts");

/** Remix writes the data of every page for the page's scripts, of those too that have none: a tenth of their time. */
const encodeWhenRead = {
  name: "encode-when-read",
  setup: (bundle) =>
    bundle.onResolve({ filter: /^turbo-stream$/ }, ({ importer }) => (importer === encoder ? null : { path: encoder })),
};

/*
 * One file for `cleared` and the server in it. Node reads a package's package.json once for each of its modules, and
 * drizzle-orm's is large: unbundled, every start takes two more seconds and 380 MB.
 */
await build({
  entryPoints: {
    cleared: "app/cli/enter-cleared.ts",
    "drawing-thread": "app/platform/drawing/drawing-thread.server.ts",
  },
  outdir: "build/cli",
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node24",
  sourcemap: "linked",
  logLevel: "error",
  external,
  plugins: [encodeWhenRead],
  banner: { js: 'import{createRequire as requireOf}from"node:module";const require=requireOf(import.meta.url);' },
});
