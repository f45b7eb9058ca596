import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ServerLimits } from "./server-limits.ts";

const arriving = new WeakMap<IncomingMessage, NodeJS.Timeout>();

/**
 * Ends a request that has not arrived in time. Node's own limit is one for all requests and so long that an upload on a
 * slow line may end in it; this is the one that everything else has.
 */
export function limitArrival(server: FastifyInstance, { requestMs }: Pick<ServerLimits, "requestMs">): void {
  server.addHook("onRequest", (request, _reply, done) => {
    const { raw } = request;
    if (hasBody(raw)) {
      arriving.set(
        raw,
        setTimeout(() => refuse(request), requestMs),
      );
      raw.once("close", () => clearTimeout(arriving.get(raw)));
    }
    done();
  });
}

/** From now on this request may take as long as it likes, for as long as so many bytes of it arrive in each window. */
export function arriveSlowly(
  request: FastifyRequest,
  { uploadWindowMs, uploadLeastBytes }: Pick<ServerLimits, "uploadWindowMs" | "uploadLeastBytes">,
): void {
  const { raw } = request;
  const timer = arriving.get(raw);
  if (timer === undefined) return;
  clearTimeout(timer);
  let before = raw.socket.bytesRead;
  const look = () => {
    const now = raw.socket.bytesRead;
    if (now - before < uploadLeastBytes) return refuse(request);
    before = now;
    arriving.set(raw, setTimeout(look, uploadWindowMs));
  };
  arriving.set(raw, setTimeout(look, uploadWindowMs));
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/** As Node does it when its own limit is over. */
function refuse({ raw, server }: FastifyRequest): void {
  if (raw.complete) return;
  const error = Object.assign(new Error("The request did not arrive in time."), { code: "ERR_HTTP_REQUEST_TIMEOUT" });
  server.server.emit("clientError", error, raw.socket);
}
