import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions)],
  build: { assetsInlineLimit: 0 },
  // Bundled, because Node reads the package's large package.json once for each of its modules: a second and 190 MB.
  ssr: { noExternal: ["drizzle-orm"] },
});
