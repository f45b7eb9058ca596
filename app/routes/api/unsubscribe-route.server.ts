import { chooseOptionalMail, findUnsubscriber } from "#app/features/messages/opt-out.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { ServerPlugin } from "#app/platform/http/server-world.ts";
import { paths } from "#app/platform/paths.ts";

const bodyBytes = 4 * 1024;

/**
 * Where mail programs refuse further mail for their reader with one click (RFC 8058), and where the button of the page
 * behind the link leads. It is no page: programs send it from anywhere, without a session and without an origin. What
 * allows it is the token, and it can do nothing else.
 */
export const unsubscribeRoute: ServerPlugin = async (server, { context: { db, clock } }) => {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "string", bodyLimit: bodyBytes }, (_request, body, done) =>
    done(null, body),
  );

  server.post<{ Params: { token: string } }>("/mail/unsubscribe/:token", async (request, reply) => {
    const { token } = request.params;
    const personId = await findUnsubscriber(db.read, token);
    if (personId === null) throw new AppError("not-found", "No mail carries this link.");
    await chooseOptionalMail({ db, clock, personId, optOut: true, via: "link" });
    reply.header("cache-control", "no-store");
    const oneClick = String(request.body ?? "").includes("One-Click");
    if (oneClick) return reply.type("text/plain; charset=utf-8").send("You will get no more mail like this.\n");
    return reply.redirect(`${paths.unsubscribe(token)}?done`, 303);
  });
};
