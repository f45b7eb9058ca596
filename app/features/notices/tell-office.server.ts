import { and, eq, isNull } from "drizzle-orm";
import { type Handle, people, roleGrants } from "#app/platform/db.server.ts";
import { paths } from "#app/platform/paths.ts";
import { queueMessage } from "../messages/queue-message.server.ts";
import { fullName } from "../people/full-name.ts";
import { isHere } from "../people/is-here.server.ts";
import { readerWords } from "./reader-words.ts";
import { noticesName } from "./send-mails.server.ts";

/** Tells the program office that a run waits for them. */
export async function tellOffice(
  tx: Handle,
  { runId, mails, now }: { runId: string; mails: number; now: number },
): Promise<void> {
  const office = await tx
    .select({ person: people })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(and(eq(roleGrants.role, "program_office"), isNull(roleGrants.revokedAt), isHere(now)));
  for (const { person } of office) {
    if (!person.email) continue;
    const { t } = readerWords(person);
    const content = {
      subject: t("stopped.subject", { mails }),
      greeting: t("greeting", { name: fullName(person) }),
      blocks: [
        { kind: "text" as const, text: t("stopped.text", { mails }) },
        { kind: "text" as const, text: t("stopped.means") },
        { kind: "action" as const, label: t("stopped.action"), path: paths.notices() },
      ],
      reasonLine: t("stopped.reason"),
    };
    await queueMessage(
      tx,
      {
        ...{
          personId: person.id,
          toName: fullName(person),
          toAddress: person.email,
          language: person.language,
          content,
        },
        ...{ reason: "notices-stopped", step: "stopped", onceKey: `notices-stopped/${runId}/${person.id}` },
        ...{ optional: false, causedBy: noticesName, dueAt: now },
      },
      now,
    );
  }
}
