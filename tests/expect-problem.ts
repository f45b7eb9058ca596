import { expect } from "vitest";
import { type ErrorCode, errorStatus } from "#app/platform/errors.ts";
import { problem } from "#app/routes/api/api-schemas.ts";

type Answer = { statusCode: number; headers: Record<string, unknown>; json: () => unknown };

/** Fails unless the answer is the problem document of this code, whole and as described; answers its members. */
export function expectProblem(answer: Answer, code: ErrorCode): Record<string, unknown> {
  const body = problem.loose().parse(answer.json());
  expect(body).toMatchObject({ type: `http://localhost:3000/problems/${code}`, status: errorStatus[code] });
  expect(answer.statusCode).toBe(errorStatus[code]);
  expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  expect(answer.headers["cache-control"]).toBe("no-store");
  expect(answer.headers["x-request-id"]).toBe(body.requestId);
  return body;
}
