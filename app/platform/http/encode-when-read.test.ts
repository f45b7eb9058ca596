import { decode } from "turbo-stream";
import { expect, test } from "vitest";
import { encode } from "./encode-when-read.ts";

test("what nobody reads is never looked at, and what is read is whole", async () => {
  let looks = 0;
  const given = {
    ...{ at: new Date(0), later: Promise.resolve("then") },
    get looked() {
      looks += 1;
      return looks;
    },
  };
  const unread = encode(given);
  const read = encode(given);
  await new Promise((resume) => setImmediate(resume));
  expect(looks).toBe(0);
  const { value } = await decode(read);
  expect(value).toMatchObject({ at: new Date(0), looked: 1 });
  expect(await (value as { later: Promise<string> }).later).toBe("then");
  await unread.cancel();
  expect(looks).toBe(1);
});

test("whoever stops reading ends the encoding", async () => {
  const reader = encode({ never: new Promise(() => {}) }).getReader();
  expect((await reader.read()).done).toBe(false);
  await reader.cancel();
  expect((await reader.read()).done).toBe(true);
});
