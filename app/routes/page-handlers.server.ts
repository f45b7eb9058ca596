import { type ActionFunctionArgs, type AppLoadContext, json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer, type Viewer } from "#app/features/access/require-viewer.server.ts";
import type { Permission } from "#app/features/access/roles.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { refusalInWords } from "./refusal-in-words.server.ts";

type PageInput = {
  app: AppContext;
  context: AppLoadContext;
  request: Request;
  params: Record<string, string | undefined>;
  /** The network address the request came from. */
  address: string;
};
type ViewerInput = PageInput & { viewer: Viewer };

const fileMethods = { allow: "GET, HEAD, OPTIONS" };

/** A loader behind the sign-in: authorises before anything else and turns a refusal into its page. */
export function pageLoader<T>(permission: Permission, load: (input: ViewerInput) => Promise<T>) {
  return (args: LoaderFunctionArgs) =>
    answerRefusals(async () => load({ ...pageInput(args), viewer: await requireViewer(args, permission) }));
}

/** As `pageLoader`, for a file: its refusal is a small page of its own. */
export function fileLoader(permission: Permission, load: (input: ViewerInput) => Promise<Response>) {
  return (args: LoaderFunctionArgs) =>
    answerRefusals(
      async () => {
        const viewer = await requireViewer(args, permission);
        // Remix calls the loader for this method too; the file, which may be long, was not asked for.
        if (args.request.method === "OPTIONS") return new Response(null, { status: 204, headers: fileMethods });
        return load({ ...pageInput(args), viewer });
      },
      (refusal) => refusalInWords(args, refusal),
    );
}

/** An action behind the sign-in. */
export function pageAction<T>(permission: Permission, act: (input: ViewerInput & { form: FormData }) => Promise<T>) {
  return (args: ActionFunctionArgs) =>
    answerRefusals(async () => {
      const viewer = await requireViewer(args, permission);
      return act({ ...pageInput(args), viewer, form: await readForm(args.request) });
    });
}

/** A loader that everybody may call. */
export function publicLoader<T>(load: (input: PageInput) => Promise<T>) {
  return (args: LoaderFunctionArgs) => answerRefusals(() => load(pageInput(args)));
}

/** An action that everybody may call. */
export function publicAction<T>(act: (input: PageInput & { form: FormData }) => Promise<T>) {
  return (args: ActionFunctionArgs) =>
    answerRefusals(async () => act({ ...pageInput(args), form: await readForm(args.request) }));
}

function pageInput({ context, request, params }: LoaderFunctionArgs): PageInput {
  return { app: context.app, context, request, params, address: context.clientAddress };
}

async function readForm(request: Request): Promise<FormData> {
  const form = await request.formData().catch((cause: unknown) => {
    throw new AppError("validation-failed", "The form could not be read.", { cause });
  });
  // No keyboard types it, and PostgreSQL keeps no such character.
  for (const value of form.values())
    if (typeof value === "string" && value.includes("\0"))
      throw new AppError("validation-failed", "The form holds a character that no text has.");
  return form;
}

type Words = (refusal: AppError) => Promise<Response>;

async function answerRefusals<T>(handle: () => Promise<T>, words?: Words): Promise<T> {
  try {
    return await handle();
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    if (words) throw await words(refusal);
    throw json({ code: refusal.code, extra: refusal.extra }, { status: refusal.status, headers: retryAfter(refusal) });
  }
}

/** In seconds, as HTTP asks for; for a refusal that knows how many minutes there are to wait. */
function retryAfter({ extra: { minutes } }: AppError): Record<string, string> {
  return typeof minutes === "number" ? { "retry-after": String(minutes * 60) } : {};
}

function refusalOf(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  // The database is built by the server and not by this bundle, so its error is known by name.
  if (error instanceof Error && error.name === "CommitUnknownError")
    return new AppError("commit-unknown", error.message);
  return null;
}
