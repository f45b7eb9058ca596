import { lineSpacing } from "./fit-lines.ts";
import type { SetLine, SetText, ShapedRun } from "./set-text.server.ts";
import type { ShapedText } from "./shape-text.ts";

export type Pdf = PDFKit.PDFDocument;

type Place = {
  x: number;
  /** Of the first line's baseline, from the top of the page. */
  y: number;
  align: "center" | "start";
  /** Of the box that the text is aligned in. */
  width: number;
  color: string;
  lineHeight?: number;
};

/** What the library has of an open font. Its own text command cannot say which letters a glyph stands for. */
type EmbeddedFont = {
  id: string;
  ref: () => PDFKit.PDFKitReference;
  subset: { includeGlyph: (id: number) => number; glyphs: number[] };
  /** By the number in the file: widths in thousandths of the size, and the letters that a reader copies. */
  widths: number[];
  unicode: number[][];
  scale: number;
};

/** Draws a set text so that it can be copied. */
export function drawText(pdf: Pdf, { lines, size, direction }: SetText, place: Place): void {
  const lineHeight = place.lineHeight ?? size * lineSpacing;
  lines.forEach((line, index) => {
    const spare = place.width - line.width;
    const indent = place.align === "center" ? spare / 2 : direction === "rtl" ? spare : 0;
    drawLine(pdf, line, { x: place.x + indent, y: place.y + index * lineHeight, size, color: place.color });
  });
}

function drawLine(pdf: Pdf, line: SetLine, given: { x: number; y: number; size: number; color: string }) {
  let x = given.x;
  // The library counts from the top of the page; glyphs would stand on their heads.
  pdf.save().transform(1, 0, 0, -1, 0, pdf.page.height).fillColor(given.color);
  for (const run of line.runs) {
    const font = embed(pdf, run);
    pdf.addContent("BT").addContent(`/${font.id} ${number(given.size)} Tf`);
    if (run.rearranged) pdf.addContent(`/Span <</ActualText <${utf16(run.text)}>>> BDC`);
    const scale = given.size / run.font.unitsPerEm;
    showGlyphs(pdf, {
      run: run.shaped,
      codes: encode(font, run.shaped),
      x,
      y: pdf.page.height - given.y,
      scale,
      perMille: font.scale,
    });
    if (run.rearranged) pdf.addContent("EMC");
    pdf.addContent("ET");
    x += run.shaped.advance * scale;
  }
  pdf.restore();
}

function embed(pdf: Pdf, { font: { id, file } }: ShapedRun): EmbeddedFont {
  pdf.registerFont(id, file).font(id);
  const { _font: embedded } = pdf as unknown as { _font: EmbeddedFont };
  const { fonts } = pdf.page as unknown as { fonts: Record<string, PDFKit.PDFKitReference> };
  fonts[embedded.id] ??= embedded.ref();
  return embedded;
}

/** The glyphs' numbers in the file. A glyph that stands for several letters is there once for each. */
function encode({ subset, widths, unicode, scale }: EmbeddedFont, { glyphs }: ShapedText): number[] {
  return glyphs.map(({ id, codePoints, width }) => {
    const letters = codePoints.join(" ");
    let code = subset.includeGlyph(id);
    const standsFor = (at: number) => subset.glyphs[at] === id && unicode[at]?.join(" ") === letters;
    if (unicode[code] !== undefined && !standsFor(code)) {
      const again = subset.glyphs.findIndex((_, at) => standsFor(at));
      code = again >= 0 ? again : subset.glyphs.push(id) - 1;
    }
    widths[code] = width * scale;
    unicode[code] = codePoints;
    return code;
  });
}

/** `scale` is points, `perMille` thousandths of the size for one unit of the font. */
type Shown = { run: ShapedText; codes: number[]; x: number; y: number; scale: number; perMille: number };

function showGlyphs(pdf: Pdf, { run: { glyphs }, codes, x, y, scale, perMille }: Shown) {
  let at = x;
  let open: string[] = [];
  let openAt = x;
  const close = () => {
    if (open.length > 0) pdf.addContent(`1 0 0 1 ${number(openAt)} ${number(y)} Tm [${open.join(" ")}] TJ`);
    open = [];
  };
  glyphs.forEach(({ codePoints, width, xAdvance, xOffset, yOffset }, index) => {
    const code = `<${(codes[index] ?? 0).toString(16).padStart(4, "0")}>`;
    const apart = `1 0 0 1 ${number(at + xOffset * scale)} ${number(y + yOffset * scale)} Tm ${code} Tj`;
    if (codePoints.length === 0) {
      // Dots and the like, which stand for no letter: before the letters, so that these stay together.
      pdf.addContent(apart);
      if (xAdvance !== 0 && open.length > 0) open.push(number(-xAdvance * perMille));
    } else if (xOffset || yOffset) {
      close();
      pdf.addContent(apart);
    } else {
      if (open.length === 0) openAt = at;
      const kerning = width - xAdvance;
      open.push(kerning === 0 ? code : `${code} ${number(kerning * perMille)}`);
    }
    at += xAdvance * scale;
  });
  close();
}

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** With the byte order mark that PDF asks for, in hexadecimal. */
function utf16(text: string): string {
  return Buffer.from(`\ufeff${text}`, "utf16le").swap16().toString("hex");
}
