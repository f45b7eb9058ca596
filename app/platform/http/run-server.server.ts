import type { FastifyInstance } from "fastify";
import type { AppContext } from "../app-context.ts";
import { serverLimits } from "./server-limits.ts";

type Run = {
  server: FastifyInstance;
  context: AppContext;
  /** Called once with the address that people open. */
  onListening: (url: string) => void;
};

/**
 * Listens until the process is told to stop, then finishes what is under way. Resolves when nothing runs any more; the
 * caller closes the database. Throws one clear sentence when it cannot listen.
 */
export async function runServer({ server, context: { env, log }, onListening }: Run): Promise<void> {
  await listen(server, env);
  const stopped = stopSignal();
  onListening(addressOf(server, env.origin, env.port));
  const signal = await stopped;
  log.info({ signal }, "stopping");
  // Whatever outlives the limit is cut off: a supervisor would kill the whole process soon after.
  const limit = setTimeout(() => {
    log.warn({ afterMs: serverLimits.drainMs }, "requests were cut off");
    server.server.closeAllConnections();
  }, serverLimits.drainMs);
  await server.close();
  clearTimeout(limit);
  log.info("stopped");
}

async function listen(server: FastifyInstance, env: AppContext["env"]): Promise<void> {
  try {
    await server.listen({ port: env.port, host: env.host });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    const at = `${env.host}:${env.port}`;
    if (code === "EADDRINUSE") {
      throw new Error(`${at} is in use already. Stop what listens there, or set PORT to another port.`);
    }
    if (code === "EACCES") throw new Error(`This user may not listen on ${at}. Set PORT to a port above 1023.`);
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
      throw new Error(`${env.host} is no address of this machine. Set HOST to one that is, such as 127.0.0.1.`);
    }
    throw error;
  }
}

/** The first signal stops the server in an orderly way; a second one ends the process as it would without us. */
function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals) => {
      process.off("SIGTERM", stop);
      process.off("SIGINT", stop);
      resolve(signal);
    };
    process.on("SIGTERM", stop);
    process.on("SIGINT", stop);
  });
}

/** With port 0 the system has chosen one, which the configured origin cannot name. */
function addressOf(server: FastifyInstance, origin: string, port: number): string {
  const address = server.server.address();
  return port === 0 && address !== null && typeof address === "object" ? `http://localhost:${address.port}` : origin;
}
