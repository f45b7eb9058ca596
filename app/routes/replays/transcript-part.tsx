import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ClauseLookup } from "#app/features/lessons/clause-lookup.ts";
import type { PresentedCheckpoint } from "#app/features/replays/present-checkpoint.ts";
import type { SectionParagraph } from "#app/features/replays/section-paragraphs.ts";
import type { PresentedFeedback } from "#app/features/scenarios/present-scenario.ts";
import { StatePill } from "#app/ui/state-pill.tsx";
import { CheckpointForm } from "./checkpoint-form.tsx";

type Part = {
  number: number;
  done: boolean;
  /** Null before its turn. */
  paragraphs: SectionParagraph[] | null;
  question: (PresentedCheckpoint & { feedback: PresentedFeedback | null }) | null;
};

type TranscriptPartProps = {
  part: Part;
  total: number;
  title: string;
  rules: ClauseLookup;
  /** The question that was sent without an answer. */
  missing: string | null;
};

/** One part to read, the button that says so, and the question after it. */
export function TranscriptPart({ part, total, title, rules, missing }: TranscriptPartProps) {
  const { t } = useTranslation("replays");
  const { number, done, paragraphs, question } = part;
  const id = `part-${number}`;
  return (
    <section aria-labelledby={id} className="border-line mt-10 border-t pt-6">
      <h2 id={id} className="mt-0! flex flex-wrap items-center gap-3">
        {t("read.part", { number, total })}
        {done ? <StatePill tone="ok">{t("read.done")}</StatePill> : null}
      </h2>
      {paragraphs === null ? (
        <p className="font-ui text-ink-3 text-[0.95rem]">{t("read.locked", { number: number - 1 })}</p>
      ) : (
        paragraphs.map(({ chapter, text }) => (
          <div key={text}>
            {chapter ? <h3>{chapter}</h3> : null}
            <p>{text}</p>
          </div>
        ))
      )}
      {paragraphs !== null && !done ? (
        <Form method="post" action={`#after-${number}`} reloadDocument className="font-ui mt-6">
          <input type="hidden" name="section" value={number} />
          <button type="submit" name="intent" value="read" className="button">
            {t("read.mark")}
          </button>
        </Form>
      ) : null}
      <div id={`after-${number}`} tabIndex={-1} className="scroll-mt-6 outline-none">
        {question ? (
          <CheckpointForm question={question} title={title} rules={rules} missing={missing === question.id} />
        ) : null}
      </div>
    </section>
  );
}
