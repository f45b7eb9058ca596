import type { OwnRecord } from "#app/features/record/get-record.server.ts";
import { paths } from "#app/platform/paths.ts";
import type { RecordWords } from "./evidence-sentence.ts";
import type { RecordLine } from "./record-section.tsx";

type Words = RecordWords & { country: (code: string) => string };
type RecordList = { id: string; lines: RecordLine[] };

/** The parts of a record that are plain lists, each as lines to read. */
export function recordLists(record: OwnRecord, words: Words): RecordList[] {
  return [...accountLists(record, words), ...courseLists(record, words), ...rightsLists(record, words)];
}

function accountLists(record: OwnRecord, { t, moment, country }: Words): RecordList[] {
  const when = (iso: string) => moment(Date.parse(iso));
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

function courseLists(record: OwnRecord, { t, moment }: Words): RecordList[] {
  const when = (iso: string) => moment(Date.parse(iso));
  return [
    {
      id: "certifications",
      lines: record.certifications.map(({ id, number, editionId, validFrom, validUntil, releaseId }) => ({
        key: id,
        text: t("lines.certification", { number, edition: editionId, until: when(validUntil) }),
        when: when(validFrom),
        href: paths.certificate(number),
        note: releaseId.slice(0, 8),
      })),
    },
    {
      id: "lessonChecks",
      lines: record.lessonChecks.map(({ id, moduleId, startedAt, result }) => ({
        key: id,
        text: t(result ? "lines.check" : "lines.checkOpen", { module: moduleId, ...result }),
        when: when(startedAt),
      })),
    },
    {
      id: "storyPlays",
      lines: record.storyPlays.map(({ id, title, number, path, endedAt, startedAt }) => ({
        key: id,
        text: t(endedAt ? "lines.story" : "lines.storyOpen", { title, number, count: path.length }),
        when: when(startedAt),
      })),
    },
    {
      id: "lessonPlaces",
      lines: record.lessonPlaces.map(({ moduleId, heading, seenAt, editionId, cycle }) => ({
        key: `${editionId} ${cycle} ${moduleId} ${heading}`,
        text: t("lines.place", { module: moduleId, heading }),
        when: when(seenAt),
      })),
    },
    {
      id: "watchings",
      lines: record.watchings.map(({ replayId, title, media, position, furthest, completedAt, updatedAt }) => ({
        key: `${replayId} ${media}`,
        text: t(completedAt ? "lines.watched" : "lines.watching", {
          replay: title,
          position: minutesAndSeconds(position),
          furthest: minutesAndSeconds(furthest),
        }),
        when: when(updatedAt),
      })),
    },
    {
      id: "watchSessions",
      lines: record.watchSessions.map(({ id, title, startedAt }) => ({
        key: id,
        text: t("lines.watchSession", { replay: title }),
        when: when(startedAt),
      })),
    },
    {
      id: "partnerChecks",
      lines: record.partnerChecks.map(({ id, number, editionId, startedAt, result, answered, questions }) => ({
        key: id,
        text: result
          ? t(result.passed ? "lines.partnerCheckPassed" : "lines.partnerCheckFailed", { number, ...result })
          : t("lines.partnerCheckOpen", { number, answered, questions }),
        when: when(startedAt),
        note: editionId,
        ...(result ? { href: paths.partnerResult(id) } : {}),
      })),
    },
    {
      id: "attendances",
      lines: record.attendances.map(({ id, number, editionId, issuedAt, firmName }) => ({
        key: id,
        text: t("lines.attendance", { number, edition: editionId }),
        when: when(issuedAt),
        href: paths.attendance(number),
        ...(firmName ? { note: firmName } : {}),
      })),
    },
  ];
}

function rightsLists(record: OwnRecord, { t, moment, list, country }: Words): RecordList[] {
  const when = (iso: string) => moment(Date.parse(iso));
  return [
    {
      id: "dealClaims",
      lines: record.dealClaims.map((claim) => ({
        key: claim.id,
        text: t("lines.claim", {
          deal: claim.dealReference,
          customer: claim.customerName,
          country: country(claim.customerCountry),
          engagement: t(`deals:engagement.${claim.engagement}`),
          role: t(`deals:role.${claim.role}`),
          channel: t(`channel.${claim.channel}`),
        }),
        when: when(claim.claimedAt),
        href: paths.deal(claim.id),
        note: claim.decisionId,
      })),
    },
    {
      id: "claimRefusals",
      lines: record.claimRefusals.map((refusal) => ({
        key: refusal.id,
        text: t("lines.refusal", {
          deal: refusal.dealReference,
          reason: t(`deals:reason.${refusal.reason}.title`),
          channel: t(`channel.${refusal.channel}`),
        }),
        when: when(refusal.refusedAt),
        href: paths.refusal(refusal.id),
        note: refusal.decision.decisionId,
      })),
    },
    {
      id: "holds",
      lines: record.holds.map(({ id, caseReference, reason, openedAt, openedBy, liftedAt, liftedBy, liftReason }) => ({
        key: id,
        text: t(liftedAt ? "lines.holdLifted" : "lines.hold", {
          case: caseReference,
          reason,
          by: openedBy,
          lifted: liftedAt && when(liftedAt),
          liftedBy,
          liftReason,
        }),
        when: when(openedAt),
      })),
    },
    {
      id: "overrides",
      lines: record.overrides.map(({ id, reason, approvers, validFrom, validUntil, grantedAt, endedAt }) => ({
        key: id,
        text: t(endedAt ? "lines.overrideEnded" : "lines.override", {
          reason,
          approvers: list(approvers),
          from: when(validFrom),
          until: when(validUntil),
          ended: endedAt && when(endedAt),
        }),
        when: when(grantedAt),
      })),
    },
    {
      id: "accommodations",
      lines: record.accommodations.map(
        ({ id, extraTimePercent, noTimeLimit, reason, grantedBy, grantedAt, ...end }) => ({
          key: id,
          text: `${t(noTimeLimit ? "kinds.accommodation_no_limit" : "kinds.accommodation_granted", {
            extraTimePercent,
            reason,
            by: grantedBy,
          })}${end.endedAt ? ` ${t("lines.ended", { when: when(end.endedAt), by: end.endedBy })}` : ""}`,
          when: when(grantedAt),
        }),
      ),
    },
  ];
}

function minutesAndSeconds(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
