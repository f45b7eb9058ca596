import type { MessageBlock, MessageContent } from "#app/platform/db.server.ts";
import { paths } from "#app/platform/paths.ts";
import { soonDays } from "../teams/team-member.ts";
import type { PlannedMail } from "./compose-mails.ts";
import type { NoticePerson } from "./notice-person.ts";
import { overdueSince } from "./notice-person.ts";
import { readerWords } from "./reader-words.ts";
import type { Digest } from "./team-digests.ts";

/** Names in one list; whoever leads more finds the rest behind the link. */
const mostNamed = 20;

type Words = ReturnType<typeof readerWords>;
type Item = { text: string; path: string | null };

/** What a manager is told: the digest of the week, or that some people are overdue, or both in one. */
export function writeTeamMail({ to, lines, digest }: PlannedMail): MessageContent {
  const words = readerWords(to);
  const late = lines.filter(({ step }) => step !== "digest").map(({ about }) => about);
  return {
    ...(digest ? writeDigest(words, digest, late) : writeEscalation(words, late)),
    greeting: words.t("greeting", { name: to.name }),
  };
}

function writeEscalation(words: Words, late: readonly NoticePerson[]) {
  const { t } = words;
  const named = { count: late.length, name: late[0]?.name ?? "" };
  return {
    subject: t("escalation.subject", named),
    blocks: [
      { kind: "text" as const, text: t("escalation.text", named) },
      { kind: "text" as const, text: t("escalation.means") },
      lateList(words, late),
      { kind: "text" as const, text: t("escalation.do") },
      { kind: "action" as const, label: t("escalation.action"), path: paths.teamPeople(overdueFilter) },
    ],
    reasonLine: t("escalation.reason"),
  };
}

/** As the digest counts: who is on leave is left out. */
const overdueFilter = { due: "overdue", leave: "no" };

function writeDigest(words: Words, { overdue, soon, teams }: Digest, late: readonly NoticePerson[]) {
  const { t, day } = words;
  const known = new Set(overdue.map(({ id }) => id));
  const further = late.filter(({ id }) => !known.has(id));
  const below = (of: "overdue" | "soon") => teams.reduce((sum, team) => sum + team[of], 0);
  const counts = { overdue: overdue.length + below("overdue"), soon: soon.length + below("soon") };
  const until = soon.map((one) => itemOf(one, t("digest.until", { name: one.name, day: day(one.dueAt ?? 0) })));
  const blocks: MessageBlock[] = [{ kind: "text", text: t("digest.text") }];
  if (overdue.length > 0)
    blocks.push({ ...lateList(words, overdue), title: t("digest.overdue", { count: overdue.length }) });
  if (soon.length > 0) {
    const title = t("digest.soon", { count: soon.length, days: soonDays });
    blocks.push(listOf(words, title, until, paths.teamPeople({ due: "soon", leave: "no" })));
  }
  if (further.length > 0) blocks.push(lateList(words, further));
  if (teams.length > 0) {
    const items = teams.map((team) => ({
      text: t("digest.team", { name: team.lead.name, overdue: team.overdue, soon: team.soon }),
      path: paths.team({ manager: team.lead.employeeId }),
    }));
    blocks.push(listOf(words, t("digest.teams"), items, paths.team()));
  }
  blocks.push({ kind: "action", label: t("digest.action"), path: paths.team() });
  return { subject: t("digest.subject", counts), blocks, reasonLine: t("digest.reason") };
}

function lateList(words: Words, late: readonly NoticePerson[]): MessageBlock & { kind: "list" } {
  const { t, day } = words;
  const items = late.map((one) =>
    itemOf(one, t("escalation.person", { name: one.name, day: day(overdueSince(one) ?? 0) })),
  );
  return listOf(words, t("escalation.list"), items, paths.teamPeople(overdueFilter));
}

function itemOf({ employeeId }: NoticePerson, text: string): Item {
  return { text, path: paths.teamPerson(employeeId) };
}

function listOf({ t }: Words, title: string, items: Item[], all: string): MessageBlock & { kind: "list" } {
  const rest = items.length - mostNamed;
  const more = rest > 0 ? [{ text: t("digest.more", { count: rest }), path: all }] : [];
  return { kind: "list", title, items: [...items.slice(0, mostNamed), ...more] };
}
