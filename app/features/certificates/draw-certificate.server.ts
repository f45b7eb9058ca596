import { sealSegments, sealSize, sealStrokes, sealTick } from "#app/ui/seal-paths.ts";
import type { CertificateDocument } from "./certificate-document.ts";
import { drawText, type Pdf } from "./draw-text.ts";
import { lineSpacing } from "./fit-lines.ts";
import { qrCode } from "./qr-code.ts";
import { type SetText, setText } from "./set-text.server.ts";

/** A4 across, in points of 1/72 inch. */
const page = { width: 841.89, height: 595.28 };
const margin = 84;
const inner = page.width - 2 * margin;
const qrSide = 104;
const factsWidth = inner - qrSide - 36;
const nameRoom = { y: 228, height: 92 };
const colors = { ink: "#1a1c1e", ink2: "#44484d", ink3: "#53575b", accent: "#0b5a57", ok: "#1a5a32", line: "#dedacd" };

const plain = { face: "noto-sans", weight: 400 } as const;
const strong = { face: "noto-sans", weight: 600 } as const;
const book = { face: "noto-serif", weight: 500 } as const;

/** The certificate as one page of PDF: tagged, its text selectable, its fonts inside. Takes plain words only. */
export async function drawCertificate(document: CertificateDocument): Promise<Uint8Array> {
  const texts = await setTexts(document);
  const { default: PdfDocument } = await import("pdfkit");
  const pdf = new PdfDocument(optionsOf(document));
  const chunks: Buffer[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
  drawPage(pdf, document, texts);
  pdf.end();
  return whole;
}

function optionsOf({ title, organisation, language, issuedAt }: CertificateDocument): PDFKit.PDFDocumentOptions {
  const options: object = {
    size: "A4",
    layout: "landscape",
    margin: 0,
    // Otherwise a standard font is read that this page never uses.
    font: null,
    lang: language,
    tagged: true,
    displayTitle: true,
    pdfVersion: "1.7",
    subset: "PDF/UA",
    info: {
      Title: title,
      Author: organisation,
      Creator: "Cleared",
      Producer: "Cleared",
      CreationDate: new Date(issuedAt),
    },
  };
  return options as PDFKit.PDFDocumentOptions;
}

type Texts = Awaited<ReturnType<typeof setTexts>>;

async function setTexts(document: CertificateDocument) {
  const { language, verification } = document;
  const one = (
    text: string,
    style: typeof plain | typeof strong | typeof book,
    size: number,
    width: number,
    lines = 1,
  ) =>
    setText(
      text,
      { ...style, language },
      { size, leastSize: lines === 1 ? size * 0.6 : size, width, mostLines: lines },
    );
  const column = factsWidth / 2 - 16;
  return {
    organisation: await one(document.organisation, strong, 11, inner),
    heading: await one(document.heading, book, 31, inner),
    before: await one(document.before, plain, 12.5, inner),
    name: await setName(document),
    statement: await one(document.statement, plain, 12.5, inner - 60, 3),
    facts: await Promise.all(
      document.facts.map(async ({ label, value }) => ({
        label: await one(label, plain, 9, column),
        value: await one(value, strong, 11.5, column, 2),
      })),
    ),
    verifyText: await one(verification.text, plain, 9, factsWidth),
    verifyUrl: await one(verification.url, strong, 10.5, factsWidth),
  };
}

async function setName({ name, nameLanguage, nameStandIn, language }: CertificateDocument): Promise<SetText> {
  const room = { size: 38, leastSize: 24, width: inner, mostLines: 3, height: nameRoom.height };
  const set = await setText(name, { ...book, language: nameLanguage }, room);
  const drawn = set.lines.flatMap(({ runs }) => runs.map((run) => run.text)).join("");
  return /[\p{L}\p{N}]/u.test(drawn) ? set : setText(nameStandIn, { ...book, language }, { ...room, size: 24 });
}

function drawPage(pdf: Pdf, document: CertificateDocument, texts: Texts) {
  drawDecoration(pdf);
  const root = pdf.struct("Document", { lang: document.language, title: document.title });
  pdf.addStructure(root);
  const add = (tag: string, text: SetText, place: { y: number; color: string; lineHeight?: number }) =>
    root.add(pdf.struct(tag, {}, [() => drawText(pdf, text, { x: margin, width: inner, align: "center", ...place })]));

  add("P", texts.organisation, { y: 146, color: colors.accent });
  add("H1", texts.heading, { y: 186, color: colors.ink });
  add("P", texts.before, { y: 216, color: colors.ink2 });
  add("P", texts.name, { y: nameBaseline(texts.name), color: colors.ink });
  add("P", texts.statement, {
    y: 340 + (texts.statement.lines.length > 2 ? -6 : 0),
    color: colors.ink2,
    lineHeight: 18,
  });
  drawFacts(pdf, root, texts);
  drawVerification(pdf, root, document, texts);
  root.end();
}

/** Of its first line, when all lines stand in the middle of their room. */
function nameBaseline({ size, lines }: SetText): number {
  const lineHeight = size * lineSpacing;
  return nameRoom.y + (nameRoom.height - lineHeight * lines.length) / 2 + lineHeight * 0.74;
}

function drawDecoration(pdf: Pdf) {
  pdf.markContent("Artifact", { type: "Layout" });
  const frame = (inset: number, width: number, color: string) =>
    pdf
      .rect(inset, inset, page.width - 2 * inset, page.height - 2 * inset)
      .lineWidth(width)
      .stroke(color);
  frame(22, 1.6, colors.accent);
  frame(28, 0.6, colors.accent);
  pdf
    .moveTo(margin, 394)
    .lineTo(page.width - margin, 394)
    .lineWidth(0.8)
    .stroke(colors.line);
  const side = 70;
  pdf
    .save()
    .translate((page.width - side) / 2, 52)
    .scale(side / sealSize);
  // Round ends, so that no hairline shows where segments meet.
  pdf.lineCap("round").lineWidth(sealStrokes.ring);
  for (const path of sealSegments({ total: 4, closed: true })) pdf.path(path).stroke(colors.ok);
  pdf.lineWidth(sealStrokes.tick).lineJoin("round").path(sealTick).stroke(colors.ok);
  pdf.restore();
  pdf.endMarkedContent();
}

/** Two columns, read row by row. */
function drawFacts(pdf: Pdf, root: PDFKit.PDFStructureElement, { facts }: Texts) {
  const width = factsWidth / 2;
  facts.forEach(({ label, value }, index) => {
    const place = { x: margin + (index % 2) * width, width: width - 16, align: "start" as const };
    const y = 420 + Math.floor(index / 2) * 46;
    root.add(pdf.struct("P", {}, [() => drawText(pdf, label, { ...place, y, color: colors.ink3 })]));
    root.add(
      pdf.struct("P", {}, [() => drawText(pdf, value, { ...place, y: y + 16, color: colors.ink, lineHeight: 14 })]),
    );
  });
}

function drawVerification(
  pdf: Pdf,
  root: PDFKit.PDFStructureElement,
  { verification: { url, qrLabel } }: CertificateDocument,
  { verifyText, verifyUrl }: Texts,
) {
  const place = { x: margin, width: factsWidth, align: "start" as const };
  root.add(pdf.struct("P", {}, [() => drawText(pdf, verifyText, { ...place, y: 516, color: colors.ink3 })]));
  const link = pdf.struct("Link", { alt: qrLabel });
  root.add(link);
  link.add(() => drawText(pdf, verifyUrl, { ...place, y: 532, color: colors.accent }));
  const options: object = { structParent: link, Contents: new String(url) };
  pdf.link(margin, 521, verifyUrl.lines[0]?.width ?? 0, 16, url, options);
  link.end();
  root.add(pdf.struct("Figure", { alt: qrLabel }, [() => drawQrCode(pdf, url)]));
}

function drawQrCode(pdf: Pdf, url: string) {
  const { path, size } = qrCode(url);
  pdf
    .save()
    .translate(page.width - margin - qrSide, 432)
    .scale(qrSide / size);
  pdf.path(path).fill("#000000");
  pdf.restore();
}
