import { expect, test } from "vitest";
import { failureWords } from "./failure-words.ts";

const query = (cause: unknown) =>
  new Error('Failed query: select "email" from "people"\nparams: ada@example.com', { cause });
const coded = (message: string, code: string) => Object.assign(new Error(message), { code });
const silent = Object.assign(new AggregateError([], ""), { code: "ECONNREFUSED" });

test.each([
  [
    query(coded("connect ECONNREFUSED 127.0.0.1:1", "ECONNREFUSED")),
    "does not answer: connect ECONNREFUSED 127.0.0.1:1.",
  ],
  [query(silent), "does not answer: ECONNREFUSED."],
  [coded("getaddrinfo ENOTFOUND db", "ENOTFOUND"), "Check DATABASE_URL"],
  [query(coded('database "x" does not exist', "3D000")), 'does not answer: database "x" does not exist.'],
  [query(new Error("database is locked")), "database is locked"],
  [query(new Error("no such table: people")), 'Run "cleared migrate" first.'],
  [new Error("There is no wave x."), "There is no wave x."],
  ["stopped", "stopped"],
])("%s: %s", (error, words) => {
  expect(failureWords(error)).toContain(words);
  expect(failureWords(error)).not.toMatch(/select|ada@/);
});
