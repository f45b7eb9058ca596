import { z } from "zod";
import { type MailAddress, parseSender } from "./mail/mail-address.ts";

const text = z.string().trim();

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: text.min(1).default("127.0.0.1"),
  /** Where people reach this server. Origin checks and links use it; without it, the host and port. */
  ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: text
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, "is file:PATH or postgres://…")
    .default("file:data/cleared.db"),
  SMTP_URL: z.url({ protocol: /^smtps?$/, hostname: /./ }).optional(),
  /** Whom mail comes from: an address, or `Name <address>`. Without it, `cleared@` the host of the origin. */
  MAIL_FROM: text.refine((given) => parseSender(given) !== null, "is an address, or Name <address>").optional(),
  /** Shared with whoever serves films for us; with it, addresses of films are signed and expire. */
  MEDIA_SIGNING_KEY: z.string().min(32).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  CLEARED_DEMO: z.enum(["0", "1"]).default("0"),
  /** Sends the mail of a demo to whoever has the invented addresses; without it, it stays in the demo's mailbox. */
  CLEARED_DEMO_SENDS_MAIL: z.enum(["0", "1"]).default("0"),
  /** Set by `npm run dev`: lessons show what their authors note for each other. Of no effect outside development. */
  CLEARED_AUTHORING: z.enum(["0", "1"]).default("0"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
});

export type Env = {
  port: number;
  host: string;
  /** Without a trailing slash. */
  origin: string;
  databaseUrl: string;
  smtpUrl: string | undefined;
  mailFrom: MailAddress;
  mediaSigningKey: string | undefined;
  logLevel: string;
  demo: boolean;
  demoSendsMail: boolean;
  development: boolean;
  /** Pages are shown to authors at work; never true where the program runs for its readers. */
  authoring: boolean;
};

/** Reads and validates the environment. Throws one error that names every variable that is wrong, never its value. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The configuration is not usable:\n${lines.join("\n")}`);
  }
  const value = parsed.data;
  const origin = new URL(value.ORIGIN ?? `http://localhost:${value.PORT}`);
  return {
    port: value.PORT,
    host: value.HOST,
    origin: origin.origin,
    databaseUrl: value.DATABASE_URL,
    smtpUrl: value.SMTP_URL,
    mailFrom: parseSender(value.MAIL_FROM ?? "") ?? { name: "Cleared", address: `cleared@${origin.hostname}` },
    mediaSigningKey: value.MEDIA_SIGNING_KEY,
    logLevel: value.LOG_LEVEL,
    demo: value.CLEARED_DEMO === "1",
    demoSendsMail: value.CLEARED_DEMO_SENDS_MAIL === "1",
    development: value.NODE_ENV === "development",
    authoring: value.NODE_ENV === "development" && value.CLEARED_AUTHORING === "1",
  };
}
