import type { FastifyRequest } from "fastify";
import { listRoles } from "#app/features/access/list-roles.server.ts";
import { isAllowed } from "#app/features/access/roles.ts";
import { readSession } from "#app/features/accounts/read-session.server.ts";
import type { Person } from "#app/features/accounts/session-keeper.server.ts";
import { beatsInput } from "#app/features/replays/beats-input.ts";
import { recordBeats } from "#app/features/replays/record-beats.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { isSameOrigin, ownOrigins } from "#app/platform/http/same-origin.ts";
import type { ServerPlugin } from "#app/platform/http/server-world.ts";

const bodyBytes = 64 * 1024;

/**
 * Where players report what they play: the busiest write there is, so it is no page. `navigator.sendBeacon` sends a text
 * as `text/plain`; both types hold the same JSON.
 */
export const beatsRoute: ServerPlugin = async (server, { context }) => {
  const { db, clock, env } = context;
  server.removeContentTypeParser(["text/plain", "application/json"]);
  server.addContentTypeParser(
    ["text/plain", "application/json"],
    { parseAs: "string", bodyLimit: bodyBytes },
    (_request, body, done) => {
      try {
        done(null, JSON.parse(String(body)));
      } catch (cause) {
        done(new AppError("bad-request", "The report is not JSON.", { cause }));
      }
    },
  );

  server.post<{ Params: { replayId: string } }>("/replays/:replayId/beats", async (request, reply) => {
    const origins = ownOrigins({ origin: env.origin, protocol: request.protocol, host: request.headers.host });
    if (!isSameOrigin({ method: "POST", headers: request.headers, origins }))
      throw new AppError("not-allowed", "This report was not sent from one of our own pages, so nothing was changed.");
    const personId = await requireWatcher(context, request);
    const input = beatsInput.safeParse(request.body);
    if (!input.success) throw new AppError("validation-failed", "This is not a report of a player.");
    const { session: sessionId, beats } = input.data;
    reply.header("cache-control", "no-store");
    return recordBeats({ db, clock, personId, replayId: request.params.replayId, sessionId, beats });
  });
};

async function requireWatcher(app: AppContext, { headers }: FastifyRequest): Promise<string> {
  const session = await readSession(app, new Request(app.env.origin, { headers: { cookie: headers.cookie ?? "" } }));
  if (!session)
    throw new AppError("not-signed-in", "You are signed out. Sign in again; what you watched before counts.");
  const { person, mustChangePassword } = session;
  if (mustChangePassword || !(await mayWatch(app, person)))
    throw new AppError("not-allowed", "Replays are for other roles than yours.");
  return person.id;
}

/** Of nearly everybody the kind alone says it, without a look at grants and reports. */
async function mayWatch({ db, clock }: AppContext, person: Person): Promise<boolean> {
  if (person.kind !== "staff" && isAllowed([person.kind], "replays:watch")) return true;
  return isAllowed(await listRoles(db.read, { person, now: clock.now() }), "replays:watch");
}
