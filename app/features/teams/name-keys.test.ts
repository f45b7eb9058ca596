import { expect, test } from "vitest";
import { foldName } from "./fold-name.ts";
import { nameKeys } from "./name-keys.ts";

const isFound = (name: Parameters<typeof nameKeys>[0], q: string) =>
  foldName(q)
    .split(/\s+/)
    .every((word) => nameKeys(name).searchKey.includes(word));
const named = (givenName: string, familyName: string) => ({ givenName, familyName, preferredName: null });

test.each([
  ["Işık", "Yıldız", "isik yildiz"],
  ["IŞIK", "İnci", "ışık inci"],
  ["Jürgen", "Groß", "GROSS"],
  ["Anna", "GROSS", "groß"],
  ["Søren", "Østergård", "soren ostergard"],
  ["Łukasz", "Wałęsa", "lukasz walesa"],
  ["Đặng", "Ðorđe", "dang dorde"],
  ["Æthel", "Œuvrard", "aethel oeuvrard"],
  ["Nikos", "Παπαδόπουλος", "ΠΑΠΑΔΌΠΟΥΛΟΣ"],
  ["Sean", "O’Brien", "o'brien"],
  ["ﾀﾛｳ", "ﾔﾏﾀﾞ", "ヤマダ タロウ"],
  ["太郎", "山田", "山田太郎"],
  ["민준", "김", "김민준"],
  ["Ｍａｒｉａ", "Ruiz", "maria"],
])("%s %s is found by %s", (givenName, familyName, q) => {
  expect(isFound(named(givenName, familyName), q)).toBe(true);
});

test("letters with a stroke stand among those without one, and a preferred name before the given one", () => {
  const names = [named("A", "Zeta"), named("A", "Łoś"), named("A", "Lopez"), named("A", "Lund")];
  const sorted = names.toSorted((a, b) => (nameKeys(a).sortKey < nameKeys(b).sortKey ? -1 : 1));
  expect(sorted.map(({ familyName }) => familyName)).toEqual(["Lopez", "Łoś", "Lund", "Zeta"]);
  const ada = { givenName: "Augusta", familyName: "King", preferredName: "Ada" };
  expect(nameKeys(ada)).toEqual({ sortKey: "king ada", searchKey: "ada augusta king" });
});
