import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FirmMember } from "#app/features/firms/firm-member.ts";

type MemberActionsProps = { member: FirmMember; open: boolean; office: boolean };

/** What can be done about somebody, each as a form of its own. */
export function MemberActions({ member, open, office }: MemberActionsProps) {
  const { t } = useTranslation("firms");
  const { personId, invitation, state, address } = member;
  const name = member.name || (address ?? "");
  const person = { person: personId ?? "" };
  return (
    <span className="flex flex-wrap items-start gap-2 md:justify-end">
      {invitation && open ? (
        <Act fields={{ intent: "resend", invitation: invitation.id }} label={t("people.resendTo", { name })}>
          {t("people.resend")}
        </Act>
      ) : null}
      {invitation ? (
        <Act fields={{ intent: "revoke", invitation: invitation.id }} label={t("people.revokeOf", { name })}>
          {t("people.revoke")}
        </Act>
      ) : null}
      {state === "not_invited" && address && open ? (
        <Act fields={{ intent: "invite", addresses: address }} label={t("people.inviteWhom", { name })}>
          {t("people.invite")}
        </Act>
      ) : null}
      {office && state === "joined" && !member.coordinates ? (
        <Act fields={{ intent: "appoint", ...person }} label={t("people.appointWhom", { name })}>
          {t("people.appoint")}
        </Act>
      ) : null}
      {office && member.coordinates ? (
        <Act fields={{ intent: "dismiss", ...person }} label={t("people.dismissWhom", { name })}>
          {t("people.dismiss")}
        </Act>
      ) : null}
      {office && personId && member.externalId === null ? (
        <Act fields={{ intent: "link", ...person }} label={`${t("people.link")}: ${t("people.linkLabel", { name })}`}>
          {t("people.link")}
          <input
            name="externalId"
            aria-label={t("people.linkLabel", { name })}
            placeholder={t("people.unlinked")}
            className="field w-40 py-1.5"
            required
            maxLength={32}
          />
        </Act>
      ) : null}
    </span>
  );
}

type ActProps = { fields: Record<string, string>; label: string; children: ReactNode };

/** A button with what it sends; of several children the first is its words, the rest stands before it. */
function Act({ fields, label, children }: ActProps) {
  const [words, ...before] = Array.isArray(children) ? children : [children];
  return (
    <Form method="post" className="flex items-center gap-2" reloadDocument>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {before}
      <button type="submit" className="button button-small button-quiet" aria-label={label}>
        {words}
      </button>
    </Form>
  );
}
