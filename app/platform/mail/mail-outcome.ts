/** What became of a mail that was handed to a server. `said`: the server's words, without addresses. */
export type MailOutcome =
  | { kind: "sent"; said: string }
  /** Certainly not sent; another try may succeed. `away`: nothing that has to do with this very mail. */
  | { kind: "temporary"; said: string; away: boolean }
  /** Certainly not sent, and never will be. `mailbox`: the server knows no such mailbox. */
  | { kind: "refused"; said: string; mailbox: boolean }
  /** Handed over in part or whole, and nobody said whether it was taken. */
  | { kind: "unknown"; said: string };

/** As nodemailer describes a failure. */
export type MailFailure = {
  message: string;
  code?: string | undefined;
  command?: string | undefined;
  response?: string | undefined;
  responseCode?: number | undefined;
};

/** Before these the server has heard nothing of the mail: what it refuses is us, not the mail. */
const aboutTheMail = /^(MAIL FROM|RCPT TO|DATA)$/;

/**
 * What a failure means. `begun`: a part of the mail itself had been handed over. Only an answer of the server then says
 * that it was not taken; a connection that breaks, or a server that falls silent, says nothing.
 */
export function judgeFailure(failure: MailFailure, begun: boolean): MailOutcome {
  const said = tellFailure(failure);
  const { responseCode = 0, command = "" } = failure;
  const answered = responseCode >= 400 && responseCode < 600;
  if (begun && !answered) return { kind: "unknown", said };
  if (!answered) return isAboutUsable(failure) ? { kind: "temporary", said, away: true } : refusedByUs(said);
  const about = aboutTheMail.test(command);
  // 421 closes the service, whatever was asked; 503 says that the session went wrong, not the mail.
  if (responseCode < 500 || responseCode === 503 || !about)
    return { kind: "temporary", said, away: !about || responseCode === 421 };
  return { kind: "refused", said, mailbox: command === "RCPT TO" && isMailboxGone(failure) };
}

/** A failure of the way there, in contrast to a mail that our own side could not even offer. */
function isAboutUsable({ code = "" }: MailFailure): boolean {
  return code !== "EENVELOPE" && code !== "EMESSAGE" && code !== "ESTREAM";
}

function refusedByUs(said: string): MailOutcome {
  return { kind: "refused", said, mailbox: false };
}

/** RFC 3463: 5.1.x is about the address and 5.2.1 about a mailbox that takes nothing; without a code, the old numbers. */
function isMailboxGone({ response = "", responseCode = 0 }: Pick<MailFailure, "response" | "responseCode">) {
  const status = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(response);
  if (!status) return responseCode === 550 || responseCode === 551 || responseCode === 553;
  return isMailboxStatus(status[0]);
}

/** Sender's own faults among the addresses: 5.1.7 and 5.1.8 speak of who sends. */
export function isMailboxStatus(status: string): boolean {
  return /^5\.1\.(0|1|2|3|4|6|9|10)$/.test(status) || status === "5.2.1";
}

const longestSaid = 300;

function tellFailure({ message, response, code }: MailFailure): string {
  return withoutAddresses(response || message || code || "");
}

/** On one line and short, without addresses: it is logged and shown. */
export function withoutAddresses(words: string): string {
  const bare = words.replace(/<[^<>\s]*@[^<>\s]*>|[^\s<>"'(),;:]+@[^\s<>"'(),;]+/gu, "…").replace(/[\p{Cc}\s]+/gu, " ");
  return bare.trim().slice(0, longestSaid);
}
