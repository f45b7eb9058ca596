import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { isSignedMediaUrl, signMediaUrl } from "./sign-media-url.server.ts";

const key = "a key of at least thirty-two characters";
const now = 1_300_000_000_500;
const film = "https://media.example.com/talks/one.mp4?v=2";
const list = "https://media.example.com/talks/one/index.m3u8";
const sign = (address: string) => signMediaUrl(address, { key, now, seconds: 600 });
const holds = (address: string, later = 0, by = key) => isSignedMediaUrl(address, { key: by, now: now + later });

test("a film's address is signed as the documentation says, for as long as it says", () => {
  const signature = createHmac("sha256", key).update("/talks/one.mp4\n1300000601").digest("hex");
  expect(sign(film)).toBe(`${film}&expires=1300000601&signature=${signature}`);
  expect(holds(sign(film))).toBe(true);
  expect(holds(sign(film), 600_499)).toBe(true);
  expect(holds(sign(film), 600_500)).toBe(false);
  expect(holds(sign(film), 0, `${key}.`)).toBe(false);
});

test("a playlist's address admits to what lies beside it, and to nothing else", () => {
  const { search } = new URL(sign(list));
  const at = (path: string) => holds(`https://media.example.com${path}${search}`);
  expect(at("/talks/one/index.m3u8")).toBe(true);
  expect(at("/talks/one/v0/segment-1.ts")).toBe(true);
  expect(at("/talks/two/index.m3u8")).toBe(false);
  expect(at("/talks/one/../two/index.m3u8")).toBe(false);
  expect(at("/talks/one/%2e%2e/two/index.m3u8")).toBe(false);
});

test.each([
  ["no query", film],
  ["another film", sign(film).replace("one.mp4", "two.mp4")],
  ["more time", sign(film).replace("1300000601", "1300000602")],
  ["a prefix that was not signed", `${sign(film)}&prefix=/talks/`],
  ["a prefix without end", sign(list).replace("%2F&", "&")],
  ["half a signature", sign(film).slice(0, -1)],
  ["a time that is none", sign(film).replace("1300000601", "1e99")],
])("%s is refused", (_, address) => {
  expect(holds(address)).toBe(false);
});
