import { expect, test } from "vitest";
import { takeTurns } from "./take-turns.ts";

const round = () => new Promise<void>((resume) => setImmediate(resume));

test("each goes on in the order of asking, and what comes meanwhile goes between", async () => {
  const turn = takeTurns();
  const seen: string[] = [];
  const ask = async (name: string) => {
    await turn();
    seen.push(name);
    // As a page does that is made without waiting for anything: all in the same round.
    for (let n = 0; n < 20; n++) await null;
    seen.push(`${name} made`);
  };
  const asked = ["a", "b", "c"].map(ask);
  const meanwhile = (async () => {
    await round();
    seen.push("meanwhile");
  })();
  await Promise.all([...asked, meanwhile]);
  expect(seen.filter((one) => one !== "meanwhile")).toEqual(["a", "a made", "b", "b made", "c", "c made"]);
  expect(seen.indexOf("meanwhile")).toBeLessThan(seen.indexOf("b"));
});

test("who asks while others wait, or when nobody does, is not forgotten", async () => {
  const turn = takeTurns();
  await turn();
  const first = turn();
  const second = turn().then(() => turn());
  await Promise.all([first, second]);
  await turn();
});
