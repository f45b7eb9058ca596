export type MimePart = {
  /** Names in small letters; of a header that stands twice, the first. */
  headers: Map<string, string>;
  /** In small letters, such as `message/delivery-status`. */
  type: string;
  /** Decoded; empty for a part that has parts. */
  body: string;
  parts: MimePart[];
};

const deepest = 6;

/** Takes a mail apart as RFC 2045 and 2046 say, as far as reports need it. Never throws: what cannot be read is text. */
export function readMimePart(raw: string, depth = 0): MimePart {
  const { headers, body } = splitHeaders(raw);
  const contentType = headers.get("content-type") ?? "text/plain";
  const type = (contentType.split(";")[0] ?? "").trim().toLowerCase();
  const boundary = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (type.startsWith("multipart/") && mark && depth < deepest) {
    const parts = splitParts(body, mark).map((part) => readMimePart(part, depth + 1));
    return { headers, type, body: "", parts };
  }
  return { headers, type, body: decodeBody(body, headers.get("content-transfer-encoding") ?? ""), parts: [] };
}

/** The part itself and every part in it. */
export function allParts(part: MimePart): MimePart[] {
  return [part, ...part.parts.flatMap(allParts)];
}

/** Header fields and what follows the first empty line; lines that go on are joined. */
export function splitHeaders(raw: string): { headers: Map<string, string>; body: string } {
  const text = raw.replace(/\r\n?/g, "\n");
  const end = text.startsWith("\n") ? 0 : text.indexOf("\n\n");
  const head = end < 0 ? text : text.slice(0, end);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\n[ \t]+/g, " ").split("\n")) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: end < 0 ? "" : text.slice(end).replace(/^\n{1,2}/, "") };
}

function splitParts(body: string, mark: string): string[] {
  const parts: string[] = [];
  let current: string[] | null = null;
  for (const line of body.split("\n")) {
    const trimmed = line.trimEnd();
    if (trimmed === `--${mark}` || trimmed === `--${mark}--`) {
      if (current) parts.push(current.join("\n"));
      current = trimmed.endsWith(`${mark}--`) ? null : [];
    } else current?.push(line);
  }
  if (current) parts.push(current.join("\n"));
  return parts;
}

function decodeBody(body: string, encoding: string): string {
  switch (encoding.trim().toLowerCase()) {
    case "base64":
      return decodeUtf8(Uint8Array.from(atobLenient(body), (sign) => sign.charCodeAt(0)));
    case "quoted-printable":
      return decodeUtf8(
        Uint8Array.from(
          body
            .replace(/[ \t]+$/gm, "")
            .replace(/=\n/g, "")
            .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          (sign) => sign.charCodeAt(0) & 0xff,
        ),
      );
    default:
      return body;
  }
}

function atobLenient(body: string): string {
  try {
    return atob(body.replace(/[^a-z0-9+/=]/gi, ""));
  } catch {
    return "";
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
}
