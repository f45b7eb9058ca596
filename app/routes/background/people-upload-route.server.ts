import { Readable } from "node:stream";
import { unstable_parseMultipartFormData as parseMultipart, type UploadHandlerPart } from "@remix-run/node";
import type { FastifyRequest } from "fastify";
import { listRoles } from "#app/features/access/list-roles.server.ts";
import { isAllowed } from "#app/features/access/roles.ts";
import { readSession } from "#app/features/accounts/read-session.server.ts";
import { startWork } from "#app/features/work/start-work.server.ts";
import { storeWorkFile } from "#app/features/work/store-work-file.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { arriveSlowly } from "#app/platform/http/limit-arrival.server.ts";
import { isSameOrigin, ownOrigins } from "#app/platform/http/same-origin.ts";
import type { ServerPlugin } from "#app/platform/http/server-world.ts";
import { paths } from "#app/platform/paths.ts";

/** A feed of 40,000 people has about 7 MB. */
const mostUploadBytes = 64 * 1024 * 1024;

/**
 * Takes the HR feed in, part by part into the database, and starts its preview. No page's action does this: those hold a
 * form in memory, whole. Whatever is wrong is said by the page that the form is on.
 */
export const peopleUploadRoute: ServerPlugin = async (server, { context, limits }) => {
  const { env } = context;
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("multipart/form-data", (_request, payload, done) => done(null, payload));

  server.post(paths.peopleImportFile(), async (request, reply) => {
    const origins = ownOrigins({ origin: env.origin, protocol: request.protocol, host: request.headers.host });
    if (!isSameOrigin({ method: "POST", headers: request.headers, origins }))
      throw new AppError("not-allowed", "This form was not sent from one of our own pages, so nothing was changed.");
    const personId = await findImporter(context, request);
    reply.header("cache-control", "no-store");
    if (personId === null) return reply.redirect(paths.peopleImport(), 303);
    arriveSlowly(request, limits);
    try {
      const file = await storeUpload(context, request);
      const input = { fileId: file.id, fileName: file.name };
      const workId = await startWork(context, { kind: "people_import_preview", input, personId, fileIds: [file.id] });
      return reply.redirect(paths.workItem(workId), 303);
    } catch (error) {
      const refused = refusalOf(error);
      if (refused === null) throw error;
      // What still arrives is of no use; the connection is closed behind the answer.
      reply.header("connection", "close");
      return reply.redirect(`${paths.peopleImport()}?refused=${refused}`, 303);
    }
  });
};

/** Null where the page itself says who may: somebody signed out is sent to sign in, somebody else is told. */
async function findImporter(app: AppContext, { headers }: FastifyRequest): Promise<string | null> {
  const session = await readSession(app, new Request(app.env.origin, { headers: { cookie: headers.cookie ?? "" } }));
  if (!session || session.mustChangePassword) return null;
  const roles = await listRoles(app.db.read, { person: session.person, now: app.clock.now() });
  return isAllowed(roles, "people:import") ? session.person.id : null;
}

class NoFile extends Error {}

async function storeUpload(app: AppContext, { headers, body }: FastifyRequest) {
  if (!(body instanceof Readable)) throw new NoFile();
  const stream = Readable.toWeb(body) as ReadableStream<Uint8Array>;
  const request = new Request(app.env.origin, {
    ...{ method: "POST", body: stream, duplex: "half" },
    headers: { "content-type": headers["content-type"] ?? "" },
  } as RequestInit);
  let stored: { id: string; name: string } | null = null;
  await parseMultipart(request, async (part: UploadHandlerPart) => {
    // A form sent without a file has the field all the same, without a name.
    if (part.name !== "file" || stored || !part.filename) return drain(part.data);
    const name = part.filename.slice(-120);
    const about = { workId: null, role: "input" as const, name, mediaType: "text/csv" };
    const { id } = await storeWorkFile(app, about, part.data, { mostBytes: mostUploadBytes });
    stored = { id, name };
    return undefined;
  });
  if (!stored) throw new NoFile();
  return stored as { id: string; name: string };
}

async function drain(data: AsyncIterable<Uint8Array>): Promise<undefined> {
  for await (const _ of data);
}

function refusalOf(error: unknown): "none" | "large" | "busy" | "unreadable" | null {
  if (error instanceof NoFile) return "none";
  if (error instanceof AppError)
    return error.code === "payload-too-large" ? "large" : error.code === "too-many-requests" ? "busy" : null;
  // The parser throws plain errors and type errors for a body that is no form or ends half way.
  const message = error instanceof Error ? error.message : "";
  return /multipart|form-data|FormData|premature|aborted/i.test(message) ? "unreadable" : null;
}
