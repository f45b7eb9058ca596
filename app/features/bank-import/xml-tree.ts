import { SaxesParser } from "saxes";

export type XmlNode = {
  name: string;
  line: number;
  attributes: Record<string, string>;
  children: (XmlNode | string)[];
};

/** Thrown for XML that cannot be read; the message names the line. */
export class UnreadableXml extends Error {}

/**
 * The elements of an XML text with the lines they begin on. Names come without prefix, hyphens, underscores and the `qti-` of QTI 3,
 * in lower case, so that every version of a format is read by the same words. Entities from elsewhere are never fetched.
 */
export function readXml(source: string): XmlNode {
  const parser = new SaxesParser();
  const root: XmlNode = { name: "", line: 1, attributes: {}, children: [] };
  const open = [root];
  const top = () => open.at(-1) as XmlNode;
  parser.on("error", (error) => {
    throw new UnreadableXml(`Line ${parser.line}: ${error.message.replace(/^\d+:\d+: /, "")}`);
  });
  let startedOn = 1;
  parser.on("opentagstart", () => {
    startedOn = parser.line;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const node = { name: plainName(name), line: startedOn, attributes: lowerKeys(attributes), children: [] };
    top().children.push(node);
    open.push(node);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", (text) => void top().children.push(text));
  parser.on("cdata", (text) => void top().children.push(text));
  parser.write(source.replace(/^\uFEFF/, "")).close();
  return root;
}

function plainName(name: string): string {
  return name.replace(/^.*:/, "").replace(/^qti-/i, "").replace(/[-_]/g, "").toLowerCase();
}

function lowerKeys(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [plainName(key), value]));
}

/** The element children of this name. */
export function childrenOf(node: XmlNode | undefined, name: string): XmlNode[] {
  return elementsOf(node).filter((child) => child.name === name);
}

export function elementsOf(node: XmlNode | undefined): XmlNode[] {
  return (node?.children ?? []).filter((child) => typeof child !== "string");
}

/** Every element of this name below, in the order of the text. */
export function findAll(node: XmlNode, name: string): XmlNode[] {
  return elementsOf(node).flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

/** All text below. */
export function textOf(node: XmlNode | undefined): string {
  return (node?.children ?? []).map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

/** What stands below as HTML again, without the elements of these names. */
export function markupOf(node: XmlNode | undefined, without: readonly string[] = []): string {
  const parts = (node?.children ?? []).map((child) => {
    if (typeof child === "string") return child.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    if (without.includes(child.name)) return "";
    const link = child.name === "a" && child.attributes.href ? " href" : "";
    return `<${child.name}${link}>${markupOf(child, without)}</${child.name}>`;
  });
  return parts.join("");
}
