import type { OwnRecord } from "#app/features/record/get-record.server.ts";
import { paths } from "#app/platform/paths.ts";
import type { ListWords, RecordList } from "./record-list.ts";

/** What somebody did on the way to a certificate, and those there are. */
export function courseLists(record: OwnRecord, { t, when }: ListWords): RecordList[] {
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

function minutesAndSeconds(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
