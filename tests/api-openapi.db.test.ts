import { expect, test } from "vitest";
import { makeServer } from "./make-server.ts";
import { testDatabase } from "./setup-database.ts";

type Schema = Record<string, unknown>;
type Operation = {
  operationId: string;
  summary: string;
  description: string;
  security?: Schema[];
  parameters?: { name: string; in: string; required: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
};
type OpenApi = {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, Schema> };
};

const documented = [
  ["get", "/api/v1/deal-claims/{id}"],
  ["get", "/api/v1/openapi.json"],
  ["get", "/api/v1/reps/{employeeId}/claim-right"],
  ["post", "/api/v1/claim-rights/check"],
  ["post", "/api/v1/deal-claims"],
];

function operationsOf({ paths }: OpenApi) {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
}

/** Every value of the document, with where it stands. */
function walk(value: unknown, at = "#"): { at: string; value: Schema }[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value) ? [] : [{ at, value: value as Schema }];
  return [...own, ...Object.entries(value).flatMap(([name, member]) => walk(member, `${at}/${name}`))];
}

test("the description lists the routes that exist, no more and no less", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const registered: string[] = [];
  made.server.addHook("onRoute", ({ method, url, schema, routePath }) => {
    const hidden = schema !== undefined && "hide" in schema && schema.hide === true;
    if (url.startsWith("/api/v1/") && !hidden && routePath !== "") registered.push(`${[method].flat().join()} ${url}`);
  });
  const answer = await made.server.inject({ url: "/api/v1/openapi.json" });
  const operations = operationsOf(answer.json<OpenApi>());
  expect(operations.map(({ method, path }) => [method, path]).sort()).toEqual(documented);
  const patterns = operations.map(({ method, path }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`);
  expect(registered.filter((route) => !route.startsWith("HEAD ")).sort()).toEqual(patterns.sort());
});

test("the description is OpenAPI 3.1: every reference leads somewhere, every operation is whole", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const answer = await made.server.inject({ url: "/api/v1/openapi.json" });
  expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
  const document = answer.json<OpenApi>();
  expect(document).toMatchObject({
    openapi: "3.1.0",
    info: { title: "Cleared", version: "1" },
    servers: [{ url: "http://localhost:3000" }],
    security: [{ apiKey: [] }],
    components: { securitySchemes: { apiKey: { type: "http", scheme: "bearer" } } },
  });
  const used = new Set<unknown>();
  for (const { at, value } of walk(document)) {
    if ("$ref" in value) {
      used.add(value.$ref);
      expect(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)).toContain(
        value.$ref,
      );
    }
    expect(value.nullable, at).toBeUndefined();
    if (Array.isArray(value.required) && typeof value.properties === "object" && value.properties !== null) {
      expect(Object.keys(value.properties), at).toEqual(expect.arrayContaining(value.required));
    }
  }
  expect(used.size).toBe(Object.keys(document.components.schemas).length);
  const operations = operationsOf(document);
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  for (const { path, operation } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const described = (operation.parameters ?? []).filter((one) => one.in === "path");
    expect(described.map((one) => one.name)).toEqual(inPath);
    expect(described.every((one) => one.required)).toBe(true);
    expect(operation.summary && operation.description).toBeTruthy();
    for (const [status, response] of Object.entries(operation.responses)) {
      expect(response.description).not.toBe("Default Response");
      const type = Number(status) < 400 ? "application/json" : "application/problem+json";
      expect(Object.keys(response.content ?? {})).toEqual([type]);
    }
  }
});

test("the description is the same each time, and small enough to be sent compressed", async () => {
  await using db = await testDatabase();
  await using one = makeServer(db);
  await using two = makeServer(db);
  const url = "/api/v1/openapi.json";
  expect((await one.server.inject({ url })).body).toBe((await two.server.inject({ url })).body);
  const packed = await one.server.inject({ url, headers: { "accept-encoding": "br" } });
  expect(packed.headers["content-encoding"]).toBe("br");
  expect(packed.rawPayload.length).toBeLessThan(6_000);
});

test("tools that read only OpenAPI 3.0 get that", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const document = (await made.server.inject({ url: "/api/v1/openapi.json?version=3.0" })).json<OpenApi>();
  expect(document.openapi).toBe("3.0.3");
  expect(
    operationsOf(document)
      .map(({ method, path }) => [method, path])
      .sort(),
  ).toEqual(documented);
  for (const { at, value } of walk(document)) {
    expect(value.const, at).toBeUndefined();
    if (!at.endsWith("/properties")) expect(value.type === undefined || typeof value.type === "string", at).toBe(true);
    expect(value.type, at).not.toBe("null");
  }
  expect((await made.server.inject({ url: "/api/v1/openapi.json?version=2.0" })).statusCode).toBe(422);
});
