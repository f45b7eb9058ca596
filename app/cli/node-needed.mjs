// Plain JavaScript without dependencies: whoever starts with an older Node.js must be able to run at least this.

/** The oldest major version of Node.js that the sources, the bundle and the native packages run on. */
export const nodeNeeded = 24;

export function isNodeNewEnough() {
  return Number.parseInt(process.versions.node, 10) >= nodeNeeded;
}

/** Says which Node.js is needed and ends the process: on an older one a native package ends it without a word. */
export function requireNode() {
  if (isNodeNewEnough()) return;
  console.error(
    `Cleared needs Node.js ${nodeNeeded} or newer, and this is ${process.versions.node}: start it through npm, which brings its own, or with node_modules/.bin/node.`,
  );
  process.exit(1);
}
