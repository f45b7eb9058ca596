import type { FastifySchemaCompiler } from "fastify";
import type { z } from "zod";
import { AppError } from "#app/platform/errors.ts";
import { plainWords } from "./plain-words.ts";

export type RequestFault = {
  in: "path" | "query" | "header" | "body";
  /** A JSON pointer into that part, as a fragment. */
  pointer: string;
  detail: string;
};

const parts: Record<string, RequestFault["in"]> = {
  params: "path",
  querystring: "query",
  headers: "header",
  body: "body",
};

/** Checks a part of a request with its zod schema; a refusal names every value and what is wrong with it. */
export const compileValidator: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const part = parts[httpPart ?? ""] ?? "body";
  return (data: unknown) => {
    const parsed = schema.safeParse(data, { error: plainWords });
    return parsed.success ? { value: parsed.data } : { error: refusal(parsed.error, part) };
  };
};

function refusal(error: z.ZodError, part: RequestFault["in"]): AppError {
  const faults = error.issues.flatMap((issue) => faultsOf(issue, part));
  const count = faults.length === 1 ? "One value" : `${faults.length} values`;
  return new AppError("validation-failed", `${count} of the request cannot be used; "errors" says why.`, {
    extra: { errors: faults },
  });
}

function faultsOf(issue: z.core.$ZodIssue, part: RequestFault["in"]): RequestFault[] {
  const at = (path: PropertyKey[]) => `#${path.map((step) => `/${pointerStep(step)}`).join("")}`;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      in: part,
      pointer: at([...issue.path, key]),
      detail: "There is no member of this name.",
    }));
  }
  return [{ in: part, pointer: at(issue.path), detail: issue.message }];
}

/** RFC 6901, in the form for a URI fragment. */
function pointerStep(step: PropertyKey): string {
  return encodeURIComponent(String(step).replaceAll("~", "~0").replaceAll("/", "~1"));
}
