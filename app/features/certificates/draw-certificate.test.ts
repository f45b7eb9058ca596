import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { expect, test } from "vitest";
import { chooseFonts } from "./choose-fonts.server.ts";
import { drawCertificate } from "./draw-certificate.server.ts";
import { setText } from "./set-text.server.ts";

const style = { face: "noto-serif", weight: 500, language: "en-US" } as const;
const room = { width: 660, size: 38, leastSize: 24, mostLines: 3 };
const url = "https://cleared.example.com/verify/CLR-7K2M-9QXA-3TWD";

function draw(name: string, nameLanguage = "en-US") {
  return drawCertificate({
    language: "en",
    title: `Certificate of ${name}`,
    issuedAt: Date.UTC(2011, 6, 1),
    organisation: "Example Services",
    heading: "Certificate",
    before: "This certifies that",
    name,
    nameStandIn: "the holder of certificate CLR-7K2M-9QXA-3TWD",
    nameLanguage,
    statement: "has read the Rules of Engagement, edition July 2011, has passed the assessment and has signed.",
    facts: [
      { label: "Number", value: "CLR-7K2M-9QXA-3TWD" },
      { label: "Valid until", value: "1 July 2012 at 00:00 (United Kingdom Time)" },
    ],
    verification: { text: "Anyone can check it at", url, qrLabel: "QR code with the address" },
  });
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
  return text.normalize("NFC");
}

const names: [string, string][] = [
  ["佐藤 健太", "ja-JP"],
  ["عمر الهاشمي", "ar-AE"],
  ["بتول نبيل ثابت پیمان", "fa-IR"],
  ["Łukasz Brzęczyszczykiewicz", "pl-PL"],
  ["Íñigo Núñez", "es-ES"],
  ["Nguyễn Thị Phượng", "vi-VN"],
  ["आरव शर्मा", "hi-IN"],
  ["สมชาย ใจดี", "th-TH"],
  ["נועה לוי", "he-IL"],
  ["김민준", "ko-KR"],
  ["Γιώργος Παπαδόπουλος", "el-GR"],
  ["Екатерина Щербакова", "ru-RU"],
  ["张伟", "zh-CN"],
  ["陳怡君", "zh-TW"],
  ["გიორგი მაისურაძე", "ka-GE"],
  ["Omar عمر 佐藤 Σωτήρης", "en-US"],
];

test.each(names)("%s is drawn with real glyphs alone, fits, and the file is small", async (name, language) => {
  const { lines, size } = await setText(name, { ...style, language }, room);
  const runs = lines.flatMap((line) => line.runs);
  expect(runs.flatMap(({ shaped }) => shaped.glyphs.map(({ id }) => id))).not.toContain(0);
  for (const line of lines) expect(line.width).toBeLessThanOrEqual(room.width + 0.01);
  expect(size).toBeLessThanOrEqual(room.size);
  expect((await draw(name, language)).byteLength).toBeLessThan(60_000);
});

const copied = names.filter(
  ([name]) => !/[\p{Script=Devanagari}\p{Script=Thai}]/u.test(name) && !name.startsWith("Omar"),
);
test.each(copied)("%s can be copied as it was given", async (name, language) => {
  expect(await textOf(await draw(name, language))).toContain(name);
});

test("a script whose glyphs are not in the order of its letters carries its text beside them", async () => {
  for (const name of ["आरव शर्मा", "สมชาย ใจดี"]) {
    const { lines } = await setText(name, style, room);
    const runs = lines.flatMap((line) => line.runs);
    expect(runs.every((run) => run.rearranged)).toBe(true);
    expect(runs.map((run) => run.text).join("")).toBe(name);
  }
});

test("Arabic letters join, and the line is drawn from right to left", async () => {
  const glyphsOf = async (text: string) => {
    const { lines } = await setText(text, style, room);
    return lines[0]?.runs[0]?.shaped.glyphs.filter((glyph) => glyph.codePoints.length > 0) ?? [];
  };
  const word = await glyphsOf("عمع");
  expect(word.map((glyph) => String.fromCodePoint(...glyph.codePoints))).toEqual(["ع", "م", "ع"]);
  const [alone] = await glyphsOf("ع");
  const [final, , initial] = word;
  expect(new Set([alone?.id, final?.id, initial?.id]).size).toBe(3);
  const [last] = (await glyphsOf("عمر")).slice(-1);
  expect(String.fromCodePoint(...(last?.codePoints ?? []))).toBe("ع");
});

test("what is copied from one name does not depend on the name before", async () => {
  const alone = await draw("نبيل");
  await draw("تثبيت ثثث ننن Ññ");
  expect(Buffer.compare(await draw("نبيل"), alone)).toBe(0);
});

test("emoji are left out and letters without a font become question marks; never an empty box", async () => {
  const shown = async (name: string) => (await chooseFonts(name, style)).map((glyphs) => glyphs.text).join("");
  expect(await shown("Ana 😀 López 🇪🇸")).toBe("Ana López");
  expect(await shown("👩‍👩‍👧 Ana\u200b\u0007")).toBe("Ana");
  expect(await shown("ᏣᎳᎩ Ana")).toBe("??? Ana");
  expect(await shown("😀")).toBe("");
});

test.each(["😀 🎉", "ᏣᎳᎩ", "…"])("%s, a name that cannot be drawn, gives its line to the stand-in", async (name) => {
  const text = await textOf(await draw(name));
  expect(text).toContain("the holder of certificate CLR-7K2M-9QXA-3TWD");
  expect(text).not.toContain("?");
});

test("a name of which a part can be drawn is drawn", async () => {
  expect(await textOf(await draw("Ana ᏣᎳᎩ"))).toContain("Ana ???");
});

test("a very long name shrinks and then wraps", async () => {
  const long = "María de los Ángeles Francisca Josefa Concepción Fernández de Córdoba y Álvarez de Toledo";
  const { lines, size } = await setText(long, style, room);
  expect(lines.length).toBe(2);
  expect(size).toBeGreaterThan(24);
  expect(await textOf(await draw(long))).toContain("Fernández");
  expect((await setText("W".repeat(200), style, room)).lines.length).toBe(3);
});

test("the file names its title and language, is tagged, links to the check and says everything in reading order", async () => {
  const pdf = await draw("Ada Lovelace");
  const { info } = await getMeta(new Uint8Array(pdf));
  expect(info).toMatchObject({ Title: "Certificate of Ada Lovelace", Author: "Example Services", Language: "en" });
  const document = await getDocumentProxy(new Uint8Array(pdf));
  expect(document.numPages).toBe(1);
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
  const page = await document.getPage(1);
  expect((await page.getAnnotations()).map((annotation) => annotation.url)).toEqual([url]);
  expect(JSON.stringify(await page.getStructTree())).toContain("QR code with the address");
  const text = (await textOf(pdf)).replaceAll(/\s+/g, " ");
  const order = [
    "Example Services",
    "Certificate",
    "Ada Lovelace",
    "has read",
    "Number",
    "CLR-7K2M",
    "1 July 2012",
    url,
  ];
  expect(order.map((part) => text.indexOf(part))).toEqual(
    order.map((part) => text.indexOf(part)).toSorted((a, b) => a - b),
  );
  expect(order.every((part) => text.includes(part))).toBe(true);
});
