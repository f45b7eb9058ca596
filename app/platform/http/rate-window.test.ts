import { expect, test } from "vitest";
import { callerOf, rateWindow } from "./rate-window.ts";

test("a caller may send as many as the window takes, and goes on when it is over", () => {
  const window = rateWindow({ most: 3, ms: 60_000 });
  expect([0, 1, 2].map((now) => window.count("a", now))).toEqual([null, null, null]);
  expect(window.count("a", 3)).toBe(60);
  expect(window.count("a", 59_500)).toBe(1);
  expect(window.count("b", 59_500)).toBe(null);
  expect(window.count("a", 60_000)).toBe(null);
});

test("no number of callers makes it grow without end, nor forget those who are over their limit while others are done", () => {
  const window = rateWindow({ most: 1, ms: 1000, mostCallers: 10 });
  for (let n = 0; n < 9; n++) window.count(`old ${n}`, 0);
  window.count("busy", 900);
  expect(window.count("busy", 900)).not.toBe(null);
  window.count("new", 1000);
  expect(window.count("busy", 1000)).not.toBe(null);
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:db8::9", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
])("%s is counted as %s", (address, caller) => {
  expect(callerOf(address)).toBe(caller);
});
