import type { OwnRecord } from "#app/features/record/get-record.server.ts";
import type { ListWords, RecordList } from "./record-list.ts";

/** Who somebody is here: the account, how it was used, what was sent, and what HR said before. */
export function accountLists(record: OwnRecord, { t, when, country }: ListWords): RecordList[] {
  const { account, visits } = record;
  return [
    {
      id: "account",
      lines: account
        ? [
            {
              key: "password",
              text: t(account.mustChange ? "lines.passwordGiven" : "lines.password"),
              when: when(account.changedAt),
            },
          ]
        : [],
    },
    {
      id: "sessions",
      lines: record.sessions.map((session, index) => ({
        key: String(index),
        text: t("lines.session", { until: when(session.expiresAt) }),
        when: when(session.createdAt),
      })),
    },
    {
      id: "visits",
      lines: [
        ...(visits?.previousAt
          ? [{ key: "previous", text: t("lines.visitBefore"), when: when(visits.previousAt) }]
          : []),
        ...(visits ? [{ key: "current", text: t("lines.visit"), when: when(visits.currentAt) }] : []),
      ],
    },
    {
      id: "messages",
      lines: [
        ...(record.mailOptOut
          ? [{ key: "opt-out", text: t("lines.mailOptOut"), when: when(record.mailOptOut.optedOutAt) }]
          : []),
        ...record.messages.map(({ id, content, state, createdAt }) => ({
          key: id,
          text: t("lines.message", { subject: content.subject, state: t(`messages:state.${state}`) }),
          when: when(createdAt),
        })),
      ],
    },
    {
      id: "roles",
      lines: record.roles.map(({ id, role, grantedBy, grantedAt, revokedAt }) => ({
        key: id,
        text: t(revokedAt ? "lines.roleEnded" : "lines.role", {
          role: t(`office:role.${role}`),
          by: grantedBy,
          until: revokedAt && when(revokedAt),
        }),
        when: when(grantedAt),
      })),
    },
    {
      id: "invitations",
      lines: record.invitations.map(({ id, source, address, usedAt, createdAt }) => ({
        key: id,
        text: t(source === "invited" ? "lines.invited" : "lines.registered", { address }),
        when: when(usedAt ?? createdAt),
      })),
    },
    {
      id: "delegations",
      lines: record.delegations.map(({ id, own, other, reason, validFrom, validUntil, endedAt, createdAt }) => ({
        key: id,
        text: t(own ? "lines.delegated" : "lines.standIn", { other, from: when(validFrom), until: when(validUntil) }),
        when: when(createdAt),
        note: endedAt ? t("lines.delegationEnded", { reason, ended: when(endedAt) }) : reason,
      })),
    },
    {
      id: "earlierStates",
      lines: record.earlierStates.map((state) => ({
        key: state.id,
        text: t("lines.state", {
          kind: t(`kind.${state.kind}`),
          country: country(state.country),
          manager: state.managerEmployeeId ?? t("lines.noManager"),
          zone: state.timeZone,
          leave: t(state.onLeave ? "yes" : "no"),
          left: state.leftAt ? when(state.leftAt) : t("no"),
        }),
        when: t("lines.stateWhen", { from: when(state.validFrom), recorded: when(state.recordedAt) }),
        ...(state.importedFrom ? { note: state.importedFrom } : {}),
      })),
    },
  ];
}
