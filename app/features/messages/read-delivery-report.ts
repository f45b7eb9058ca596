import { withoutAddresses } from "#app/platform/mail/mail-outcome.ts";
import { allParts, type MimePart, readMimePart, splitHeaders } from "./mime-parts.ts";

export type DeliveryReport = {
  /** Ids of messages of ours that it may be about, the likeliest first. */
  messageIds: string[];
  /** The first recipient it calls failed; null when it only tells of a delay or a success. */
  failure: { status: string; said: string } | null;
};

const ownId = /([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})@/gi;
const originals = ["message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"];

/**
 * Reads a report on the delivery of a mail (RFC 3464). Null for what is none, such as somebody's answer. Nothing in it
 * is proof: anybody can write one, so all it is believed for is the message whose id it knows.
 */
export function readDeliveryReport(raw: string): DeliveryReport | null {
  const whole = readMimePart(raw);
  const parts = allParts(whole);
  const report = parts.find(
    ({ type }) => type === "message/delivery-status" || type === "message/global-delivery-status",
  );
  if (!report) return null;
  const fields = report.body.split(/\n[ \t]*\n/).map((group) => splitHeaders(group).headers);
  const failed = fields.find((recipient) => recipient.get("action")?.toLowerCase().startsWith("failed"));
  return { messageIds: idsIn(whole, parts), failure: failed ? failureOf(failed) : null };
}

function failureOf(recipient: Map<string, string>): { status: string; said: string } {
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(recipient.get("status") ?? "")?.[0] ?? "";
  const said = (recipient.get("diagnostic-code") ?? "").replace(/^[a-z0-9-]+\s*;\s*/i, "");
  return { status, said: withoutAddresses(said || status) };
}

function idsIn(whole: MimePart, parts: MimePart[]): string[] {
  const texts = [
    ...parts
      .filter(({ type }) => originals.includes(type))
      .map(({ body }) => splitHeaders(body).headers.get("message-id")),
    whole.headers.get("in-reply-to"),
    whole.headers.get("references"),
  ];
  const ids = texts.flatMap((text) => [...(text ?? "").matchAll(ownId)].map(([, id]) => (id ?? "").toLowerCase()));
  return [...new Set(ids)];
}
