export const messageStates = ["waiting", "sending", "sent", "dead", "dropped"] as const;
export type MessageState = (typeof messageStates)[number];

export type MessageFilter = {
  state: MessageState | null;
  reason: string | null;
  /** The id of a person. */
  person: string | null;
  /** The id of a run of the reminders. */
  run: string | null;
  /** A part of the name, the address or the subject. */
  q: string | null;
};

const longest = 100;

/** What a list's URL asks for; what cannot be asked for is left out. */
export function readMessageFilter(query: URLSearchParams): MessageFilter {
  const value = (name: string) => query.get(name)?.trim().slice(0, longest) || null;
  return {
    state: messageStates.find((state) => state === query.get("state")) ?? null,
    reason: value("reason"),
    person: value("person"),
    run: value("run"),
    q: value("q"),
  };
}
