import { formatLocale, interfaceIn, localeFor } from "#app/platform/i18n.ts";
import { paths } from "#app/platform/paths.ts";
import { formatMoment } from "#app/ui/format-instant.ts";
import type { NewMessage } from "../messages/queue-message.server.ts";
import type { Person } from "../people/find-person.server.ts";
import { fullName } from "../people/full-name.ts";
import type { Period } from "./delegation-period.ts";

type Given = {
  delegation: Period & { id: string; reason: string };
  manager: Person;
  delegate: Person;
  causedBy: string;
  now: number;
};

/** Tells the delegate in their language; null for somebody without an address. */
export function delegationMessage(step: "named" | "ended", given: Given): NewMessage | null {
  const { delegation, manager, delegate, causedBy, now } = given;
  if (!delegate.email) return null;
  const locale = localeFor([delegate.language]);
  const { t } = interfaceIn(locale);
  const formats = { locale: formatLocale(locale, delegate.country), timeZone: delegate.timeZone };
  const values = {
    manager: fullName(manager),
    from: formatMoment(delegation.validFrom, formats),
    until: formatMoment(delegation.validUntil, formats),
  };
  const text = (key: string) => t(`delegates:mail.${key}`, values);
  const named = [
    { kind: "quote" as const, by: values.manager, text: delegation.reason },
    { kind: "action" as const, label: text("open"), path: paths.team({ for: manager.employeeId }) },
  ];
  return {
    ...{ personId: delegate.id, toName: fullName(delegate), toAddress: delegate.email },
    ...{ reason: "delegation", step, onceKey: `delegation ${delegation.id} ${step}`, optional: false },
    ...{ language: locale, causedBy, dueAt: now },
    content: {
      subject: text(`${step}Subject`),
      greeting: t("delegates:mail.greeting", { name: fullName(delegate) }),
      blocks: [{ kind: "text", text: text(`${step}Text`) }, ...(step === "named" ? named : [])],
      reasonLine: text("reason"),
    },
  };
}
