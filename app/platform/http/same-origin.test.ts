import { expect, test } from "vitest";
import { isSameOrigin, ownOrigins } from "./same-origin.ts";

const origins = ["https://cleared.example", "http://127.0.0.1:3000"];
const ask = (headers: Record<string, string | string[] | undefined>, method = "POST") =>
  isSameOrigin({ method, headers, origins });

test.each([
  ["the configured origin", { origin: "https://cleared.example" }, true],
  ["the host's own origin", { origin: "http://127.0.0.1:3000" }, true],
  ["another origin", { origin: "https://evil.example" }, false],
  ["another scheme", { origin: "http://cleared.example" }, false],
  ["another port", { origin: "https://cleared.example:8443" }, false],
  ["a subdomain", { origin: "https://a.cleared.example" }, false],
  ["our name as a prefix", { origin: "https://cleared.example.evil.example" }, false],
  ["an opaque origin", { origin: "null" }, false],
  ["an empty origin", { origin: "" }, false],
  [
    "another origin, whatever else is said",
    { origin: "https://evil.example", "sec-fetch-site": "same-origin", referer: "https://cleared.example/x" },
    false,
  ],
  ["no origin, same-origin by fetch metadata", { "sec-fetch-site": "same-origin" }, true],
  ["no origin, the person's own doing", { "sec-fetch-site": "none" }, true],
  ["no origin, same site only", { "sec-fetch-site": "same-site" }, false],
  [
    "no origin, cross site, our referer",
    { "sec-fetch-site": "cross-site", referer: "https://cleared.example/" },
    false,
  ],
  ["only a referer of ours", { referer: "https://cleared.example/sign-in?next=%2F" }, true],
  ["only a referer from elsewhere", { referer: "https://evil.example/https://cleared.example/" }, false],
  ["only a referer that is no address", { referer: "cleared.example" }, false],
  ["nothing at all", {}, false],
])("a form with %s", (_name, headers, expected) => {
  expect(ask(headers)).toBe(expected);
});

test("every method that may change something is checked, no other", () => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) expect(ask({}, method)).toBe(false);
  for (const method of ["GET", "HEAD", "OPTIONS"]) expect(ask({ origin: "https://evil.example" }, method)).toBe(true);
});

test("a server is at home under its configured origin and under the host it was addressed by", () => {
  const origin = "https://cleared.example";
  expect(ownOrigins({ origin, protocol: "http", host: "localhost:3000" })).toEqual([origin, "http://localhost:3000"]);
  expect(ownOrigins({ origin, protocol: "https", host: "cleared.example:443" })).toEqual([origin, origin]);
  expect(ownOrigins({ origin, protocol: "http", host: undefined })).toEqual([origin]);
  expect(ownOrigins({ origin, protocol: "http", host: "a b" })).toEqual([origin]);
});
