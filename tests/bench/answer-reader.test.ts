import { expect, test } from "vitest";
import { answerReader } from "./answer-reader.ts";

const withLength = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A: b\r\n\r\nhello";
const chunked = "HTTP/1.1 302 Found\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
const emptyChunked = "HTTP/1.1 404 Not Found\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n";

test("an answer is found however it is cut into pieces", () => {
  for (const [text, status] of [
    [withLength, 200],
    [chunked, 302],
    [emptyChunked, 404],
  ] as const) {
    for (let size = 1; size <= text.length; size++) {
      const found: number[] = [];
      const read = answerReader((one) => found.push(one));
      for (let at = 0; at < text.length; at += size) read(Buffer.from(text.slice(at, at + size)));
      expect(found, `${status} in pieces of ${size}`).toEqual([status]);
    }
  }
});
