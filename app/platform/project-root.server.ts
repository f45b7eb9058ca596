import { existsSync } from "node:fs";

/** The folder of package.json, as a URL with a slash at its end: found from here upwards, in sources and in the build. */
export const projectRoot: URL = findUpwards(new URL(".", import.meta.url));

function findUpwards(folder: URL): URL {
  if (existsSync(new URL("package.json", folder))) return folder;
  const parent = new URL("..", folder);
  if (parent.href === folder.href) throw new Error("The folder of package.json was not found.");
  return findUpwards(parent);
}
