import { namesOf } from "#app/features/notices/list-runs.server.ts";
import { defaultNoticePolicy, policyFields } from "#app/features/notices/notice-policy.ts";
import {
  getNoticeSettings,
  listNoticeSettings,
  setNoticeSettings,
} from "#app/features/notices/notice-settings.server.ts";
import { policyChanges } from "#app/features/notices/policy-history.ts";
import { policyTexts } from "#app/features/notices/policy-text.ts";
import { previewPolicy } from "#app/features/notices/preview-policy.server.ts";
import type { Database, NoticePolicy } from "#app/platform/db.server.ts";
import { interfaceIn } from "#app/platform/i18n.ts";
import type { Command } from "../command.ts";
import type { Output } from "../output.ts";
import { operatorName } from "./operator-name.ts";
import { policyOf, policyOptions, policyUsage } from "./policy-options.ts";
import { isoInstant } from "./required-option.ts";

export const noticesPolicyCommand: Command = {
  name: "notices policy",
  usage: `${policyUsage} [--defaults] [--preview] [--by NAME]`,
  summary:
    "Shows the rules of the reminders and who changed them, or changes them; weekday 1 is Monday. --defaults begins with " +
    "the usual ones. With --preview nothing is changed: it says what the next run and the coming days would send.",
  options: {
    ...policyOptions,
    ...{ defaults: { type: "boolean" }, preview: { type: "boolean" }, by: { type: "string" } },
  },
  positionals: [0, 0],
  run: async ({ values, app, output }) => {
    const { db, clock } = await app();
    const inForce = (await getNoticeSettings(db.read)).policy;
    const asked = policyOf(values, values.defaults ? defaultNoticePolicy : inForce);
    const policy = asked ?? (values.defaults ? defaultNoticePolicy : null);
    if (values.preview) {
      const preview = await previewPolicy(db, { now: clock.now(), policy: policy ?? inForce });
      output.line(`The run of ${isoInstant(preview.at)}, for ${preview.population} people, as it is and changed:`);
      for (const { step, asIs, changed } of [...preview.steps, { step: "all", ...preview.mails }])
        output.line(`  ${String(asIs).padStart(6)}  ${String(changed).padStart(6)}  ${step}`);
      output.line("The coming days, as it is and changed:");
      for (const { day, mails } of preview.days)
        output.line(`  ${String(mails.asIs).padStart(6)}  ${String(mails.changed).padStart(6)}  ${day}`);
      if (preview.blast) output.line("So many would stop and wait to be confirmed.");
      output.record({ type: "notices-policy-preview", ...preview });
      return 0;
    }
    if (policy) {
      const by = typeof values.by === "string" && values.by.trim() !== "" ? values.by.trim() : operatorName();
      const changed = await setNoticeSettings({ db, clock, policy, by });
      output.line(changed ? "The rules of the reminders are changed." : "The rules were like this already.");
    }
    await show(db, output, policy ?? inForce);
    return 0;
  },
};

async function show(db: Database, output: Output, policy: NoticePolicy): Promise<void> {
  const { t } = interfaceIn("en");
  const texts = policyTexts(policy);
  for (const field of policyFields) output.line(`${t(`notices:policy.field.${field}`)}: ${texts[field]}`);
  const changes = policyChanges(await listNoticeSettings(db.read));
  const nameOf = await namesOf(
    db.read,
    changes.map(({ by }) => by),
  );
  for (const { at, by, before, after, fields } of changes) {
    output.line(`${isoInstant(at)} by ${nameOf(by)}:`);
    for (const field of fields)
      output.line(
        `  ${t(`notices:policy.field.${field}`)}: ${policyTexts(before)[field]}, then ${policyTexts(after)[field]}`,
      );
  }
  output.record({ type: "notices-policy", policy });
}
