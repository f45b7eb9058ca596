import { AppError, type ErrorCode, errorStatus } from "#app/platform/errors.ts";
import { problemKinds } from "#app/platform/http/problem-kinds.ts";
import type { ServerPlugin } from "#app/platform/http/server-world.ts";

/** What stands at the address that a problem document has for its `type`: what it means and what to do. */
export const problemRoute: ServerPlugin = async (server) => {
  server.get("/problems/:code", async (request, reply) => {
    const { code } = request.params as { code: string };
    if (!isErrorCode(code)) throw new AppError("not-found", "There is no problem of this name.");
    const { title, advice } = problemKinds[code];
    return reply
      .header("cache-control", "public, max-age=3600")
      .type("text/plain; charset=utf-8")
      .send(`${code} (HTTP ${errorStatus[code]})\n\n${title}.\n\n${advice}\n`);
  });
};

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorStatus, code);
}
