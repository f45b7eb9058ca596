import type { OwnRecord } from "#app/features/record/get-record.server.ts";
import { paths } from "#app/platform/paths.ts";
import type { ListWords, RecordList } from "./record-list.ts";

/** Deals, and what was decided about the right to claim them. */
export function rightsLists(record: OwnRecord, { t, when, list, country }: ListWords): RecordList[] {
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
