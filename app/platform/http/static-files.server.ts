import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { inertPolicy } from "./security-headers.ts";
import type { ServerPlugin } from "./server-world.ts";

/** The files of the built application: `/assets/*` named by content and kept for good, public files for an hour. */
export function staticFiles(clientDirectory: string): ServerPlugin {
  return async (server) => {
    server.addHook("onRequest", (_request, reply, done) => {
      // An SVG opened by itself is a document; nothing in it may run.
      reply.header("content-security-policy", inertPolicy);
      done();
    });
    const shared = { decorateReply: false, preCompressed: true, index: false, dotfiles: "ignore" } as const;
    const assets = join(clientDirectory, "assets");
    if (existsSync(assets)) {
      await server.register(fastifyStatic, {
        ...shared,
        root: assets,
        prefix: "/assets/",
        immutable: true,
        maxAge: "365d",
      });
    }
    await server.register(fastifyStatic, {
      ...shared,
      root: clientDirectory,
      prefix: "/",
      // A route for each file that is there: every other address is a page's.
      wildcard: false,
      globIgnore: ["assets/**", "**/*.br", "**/*.gz"],
      maxAge: "1h",
    });
  };
}
