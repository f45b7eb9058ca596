import { useTranslation } from "react-i18next";
import type { OwnRecord } from "#app/features/record/get-record.server.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { evidenceSentence } from "./evidence-sentence.ts";
import { RecordLines } from "./record-section.tsx";

/** The chain in its order, a fold for each cycle. */
export function RecordEvidence({ record }: { record: OwnRecord }) {
  const { t } = useTranslation("record");
  const formats = useFormats();
  const cycles = new Map(record.registrations.map((registration) => [registration.id, registration]));
  const groups = [...Map.groupBy(record.evidence, (one) => one.registrationId)];
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("evidence.title")}</h2>
      <p className="text-ink-2 max-w-[66ch]">{t(groups.length > 0 ? "evidence.intro" : "evidence.none")}</p>
      {groups.map(([id, records]) => {
        const cycle = cycles.get(id ?? "");
        return (
          <details key={id ?? "none"} className="panel">
            <summary className="cursor-pointer font-semibold">
              {cycle
                ? t("evidence.cycle", {
                    edition: cycle.editionId,
                    cycle: cycle.cycle,
                    path: t(`path.${cycle.path}`),
                    opened: formats.day(Date.parse(cycle.openedAt)),
                  })
                : t("evidence.noCycle")}{" "}
              <span className="text-ink-3 font-normal">{t("entries", { count: records.length })}</span>
            </summary>
            <RecordLines
              lines={records.map((one) => ({
                key: one.id,
                text: evidenceSentence(one.facts, { t, ...formats }),
                when: formats.moment(Date.parse(one.at)),
                note: t(one.releaseId ? "evidence.note" : "evidence.noteShort", {
                  seq: one.seq,
                  release: one.releaseId?.slice(0, 8),
                  hash: one.hash.slice(0, 8),
                }),
              }))}
            />
          </details>
        );
      })}
    </section>
  );
}
