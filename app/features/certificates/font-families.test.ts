import { expect, test } from "vitest";
import { familiesFor, hanFamilyFor } from "./font-families.ts";

test("ideographs are drawn as in the region of the person", () => {
  const table: [string, string, string][] = [
    ["佐藤 健太", "ja-JP", "noto-sans-jp"],
    ["佐藤 健太", "en-JP", "noto-sans-jp"],
    ["さとう 健太", "en-US", "noto-sans-jp"],
    ["陳怡君", "zh-TW", "noto-sans-tc"],
    ["陳怡君", "zh-HK", "noto-sans-tc"],
    ["陳怡君", "zh-Hant", "noto-sans-tc"],
    ["陳怡君", "en-HK", "noto-sans-tc"],
    ["张伟", "zh-CN", "noto-sans-sc"],
    ["张伟", "zh-SG", "noto-sans-sc"],
    ["金民俊", "ko", "noto-sans-kr"],
    ["金民俊 (김민준)", "en-US", "noto-sans-kr"],
    ["张伟", "en-US", "noto-sans-sc"],
    ["张伟", "no tag at all", "noto-sans-sc"],
  ];
  for (const [text, language, family] of table)
    expect([text, language, hanFamilyFor(text, language)]).toEqual([text, language, family]);
});

test("the book face comes first for the scripts that have it, a script's own face for the others", () => {
  const first = (character: string) => familiesFor(character, { face: "noto-serif", han: "noto-sans-tc" })[0];
  expect([..."ÍΩЖ"].map(first)).toEqual(["noto-serif", "noto-serif", "noto-serif"]);
  expect([..."عשอआ김陳ア"].map(first)).toEqual([
    "noto-naskh-arabic",
    "noto-sans-hebrew",
    "noto-sans-thai",
    "noto-sans",
    "noto-sans-kr",
    "noto-sans-tc",
    "noto-sans-jp",
  ]);
});
