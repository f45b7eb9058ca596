type Wanted = {
  messageId: string;
  action?: string;
  status?: string;
  diagnostic?: string;
  original?: "message/rfc822" | "text/rfc822-headers";
};

/** A report on a mail as mail servers write them (RFC 3464). */
export function makeBounce({ messageId, original = "text/rfc822-headers", ...wanted }: Wanted): string {
  const { action = "failed", status = "5.1.1", diagnostic = "smtp; 550 5.1.1 <ada@reps.example.com> unknown" } = wanted;
  const lines = [
    "From: MAILER-DAEMON@mx.example (Mail Delivery System)",
    "To: cleared@cleared.example.com",
    "Subject: Undelivered Mail Returned to Sender",
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    "Content-Type: multipart/report; report-type=delivery-status;",
    '\tboundary="9F1B.1763999/mx.example"',
    "",
    "This is a MIME-encapsulated message.",
    "",
    "--9F1B.1763999/mx.example",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "I'm sorry to have to inform you that your message could not be delivered.",
    "",
    "--9F1B.1763999/mx.example",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example",
    "Arrival-Date: Mon, 12 Jan 2026 10:00:00 +0000 (UTC)",
    "",
    "Final-Recipient: rfc822; somebody-else@reps.example.com",
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnostic}`,
    "",
    "--9F1B.1763999/mx.example",
    `Content-Type: ${original}`,
    "",
    "Received: from cleared",
    "Message-ID:",
    `\t<${messageId}@cleared.example.com>`,
    "Subject: Seven days are left",
    "",
    "--9F1B.1763999/mx.example--",
    "",
  ];
  return lines.join("\r\n");
}
