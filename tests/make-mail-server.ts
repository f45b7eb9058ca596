import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type MailServer = {
  url: string;
  /** Each mail that was taken, as it came over the wire. */
  mails: { to: string; raw: string }[];
  [Symbol.asyncDispose]: () => Promise<void>;
};

type Refusal = { code: number; text: string };
type Wanted = {
  /** Refuses a recipient. */
  onRecipient?: (address: string) => Refusal | null;
  /** Refuses a mail that has come in whole, or waits before it is taken. */
  onMail?: (raw: string) => Refusal | null | Promise<Refusal | null>;
} & Pick<SMTPServerOptions, "onAuth" | "authOptional">;

/** A real mail server on a free port of this machine. */
export async function makeMailServer({ onRecipient, onMail, ...options }: Wanted = {}): Promise<MailServer> {
  const mails: MailServer["mails"] = [];
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    logger: false,
    ...options,
    onRcptTo: ({ address }, _session, done) => done(asError(onRecipient?.(address) ?? null)),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const refusal = asError((await onMail?.(raw)) ?? null);
        if (!refusal) mails.push({ to: session.envelope.rcptTo[0]?.address ?? "", raw });
        done(refusal);
      });
    },
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  return {
    url: `smtp://127.0.0.1:${portOf(server.server.address())}`,
    mails,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function asError(refusal: Refusal | null): Error | null {
  return refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code });
}

/** A server that speaks by hand: `answer` gets each line, and says what to do with the connection. */
export async function makeRawServer(answer: (line: string, socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {}).on("close", () => sockets.delete(socket));
    let rest = "";
    socket.write("220 by hand\r\n");
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      const lines = (rest + chunk).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) answer(line, socket);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `smtp://127.0.0.1:${portOf(server.address())}`,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function portOf(address: ReturnType<ReturnType<typeof createServer>["address"]>): number {
  if (address === null || typeof address === "string") throw new Error("The server does not listen.");
  return address.port;
}

/** The headers of a mail, unfolded, by their names in small letters. */
export function headersOf(raw: string): Map<string, string> {
  const head = raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");
  return new Map(
    head.split("\r\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

/** The decoded parts of a mail by their media type. */
export function partsOf(raw: string): Map<string, string> {
  const boundary = /boundary="([^"]+)"/.exec(headersOf(raw).get("content-type") ?? "")?.[1] ?? "";
  const parts = raw.split(`--${boundary}`).slice(1, -1);
  return new Map(
    parts.map((part) => {
      const text = part.replace(/^\r\n/, "");
      const headers = headersOf(text);
      const body = text.slice(text.indexOf("\r\n\r\n") + 4).replace(/\r\n$/, "");
      const type = headers.get("content-type")?.split(";")[0] ?? "";
      return [type, decode(body, headers.get("content-transfer-encoding") ?? "7bit")];
    }),
  );
}

function decode(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return body;
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
