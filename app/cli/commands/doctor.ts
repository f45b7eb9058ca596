import { listApiKeys } from "#app/features/access/list-api-keys.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { isContentPublished } from "#app/platform/http/content-published.server.ts";
import { migrationState } from "#app/platform/http/migrations-current.server.ts";
import { hasPagesBuild } from "#app/platform/http/pages-build.server.ts";
import type { Command } from "../command.ts";
import { isNodeNewEnough, nodeNeeded } from "../node-needed.mjs";

type Finding = { check: string; state: "ok" | "note" | "wrong"; detail: string };

const marks = { ok: "ok   ", note: "note ", wrong: "WRONG" };

export const doctorCommand: Command = {
  name: "doctor",
  usage: "",
  summary: "Checks whether everything is in place for serving, and says what to do where it is not.",
  options: {},
  positionals: [0, 0],
  run: async ({ app, output }) => {
    const findings = [checkNode(), ...(await checkContext(app))];
    for (const finding of findings) {
      output.line(`${marks[finding.state]}  ${finding.check}: ${finding.detail}`);
      output.record({ type: "check", ...finding });
    }
    return findings.some((finding) => finding.state === "wrong") ? 1 : 0;
  },
};

function checkNode(): Finding {
  const check = "Node.js";
  const { node } = process.versions;
  if (isNodeNewEnough()) return { check, state: "ok", detail: node };
  return { check, state: "wrong", detail: `${node} is too old; run through npm, which brings Node ${nodeNeeded}.` };
}

async function checkContext(app: () => Promise<AppContext>): Promise<Finding[]> {
  let context: AppContext;
  try {
    context = await app();
  } catch (error) {
    return [{ check: "Configuration", state: "wrong", detail: error instanceof Error ? error.message : "not usable" }];
  }
  return [
    { check: "Configuration", state: "ok", detail: `${context.db.engine}, ${context.env.origin}` },
    checkOrigin(context),
    ...(await checkDatabase(context)),
    hasPagesBuild()
      ? { check: "Pages", state: "ok", detail: "built" }
      : { check: "Pages", state: "wrong", detail: 'not built. Run "npm run build".' },
  ];
}

function checkOrigin({ env }: AppContext): Finding {
  const check = "Address";
  const local = ["127.0.0.1", "localhost", "::1"].includes(env.host);
  if (env.origin.startsWith("https:")) return { check, state: "ok", detail: "people come over HTTPS" };
  if (local)
    return { check, state: "note", detail: "only this machine reaches the server. Set HOST and ORIGIN for others." };
  return {
    check,
    state: "note",
    detail: "people come without HTTPS. Put a TLS proxy in front and set ORIGIN to its https address.",
  };
}

async function checkDatabase({ db }: AppContext): Promise<Finding[]> {
  const check = "Database";
  const state = await migrationState(db).catch(() => null);
  if (state === null)
    return [{ check, state: "wrong", detail: "does not answer. Check DATABASE_URL, and that the database runs." }];
  if (state !== "current") return [{ check, state: "wrong", detail: 'not up to date. Run "cleared migrate".' }];
  const keys = (await listApiKeys(db.read)).filter((key) => key.revokedAt === null);
  return [
    { check, state: "ok", detail: "answers and is up to date" },
    (await isContentPublished(db.read))
      ? { check: "Content", state: "ok", detail: "published" }
      : { check: "Content", state: "wrong", detail: 'nothing is published. Run "cleared content publish".' },
    keys.length > 0
      ? { check: "API keys", state: "ok", detail: `${keys.length} in use` }
      : {
          check: "API keys",
          state: "note",
          detail: 'none, so no other system can ask. "cleared keys create" makes one.',
        },
  ];
}
