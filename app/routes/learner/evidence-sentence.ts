import type { TFunction } from "i18next";
import type { OwnRecord } from "#app/features/record/get-record.server.ts";

export type RecordWords = {
  t: TFunction<"record">;
  moment: (at: number | null) => string;
  list: (parts: string[]) => string;
};

/** One record in a plain sentence. */
export function evidenceSentence(
  facts: OwnRecord["evidence"][number]["facts"],
  { t, moment, list }: RecordWords,
): string {
  const when = (iso: string) => moment(Date.parse(iso));
  switch (facts.kind) {
    case "attempt_submitted": {
      const { correct, total, passed } = facts.result;
      return t(passed ? "kinds.attempt_passed" : "kinds.attempt_failed", { number: facts.number, correct, total });
    }
    case "partner_check_submitted": {
      const { correct, total, passed } = facts.result;
      const key = passed ? "kinds.partner_check_passed" : "kinds.partner_check_failed";
      return t(key, { number: facts.number, correct, total });
    }
    case "lesson_tested_out":
    case "lesson_check_failed":
      return t(`kinds.${facts.kind}`, { title: facts.title, ...facts.result });
    case "scenario_answered":
    case "booster_answered": {
      const { title, answer, correct } = facts;
      const values = { title, answer: list(answer.map((text) => t("quoted", { text }))) };
      return t(`kinds.${facts.kind}.${correct ? "right" : "wrong"}`, values);
    }
    case "attested":
      return t("kinds.attested", { ...facts, statements: facts.statements.join(" ") });
    case "partner_attested": {
      const [statements, promises] = [facts.statements.join(" "), facts.promises.join(" ")];
      return t("kinds.partner_attested", { ...facts, statements, promises });
    }
    case "attended":
      return t(facts.firmName === null ? "kinds.attended" : "kinds.attendedFirm", { ...facts });
    case "certified":
      return t("kinds.certified", { ...facts, until: when(facts.validUntil) });
    case "override_granted":
      return t("kinds.override_granted", {
        ...facts,
        from: when(facts.validFrom),
        until: when(facts.validUntil),
        approvers: list(facts.approvers),
      });
    case "accommodation_granted":
      return t(facts.noTimeLimit ? "kinds.accommodation_no_limit" : "kinds.accommodation_granted", { ...facts });
    case "story_ended":
      return t("kinds.story_ended", { title: facts.title, ending: facts.ending, number: facts.number });
    default:
      return t(`kinds.${facts.kind}`, { ...facts });
  }
}
