import { useTranslation } from "react-i18next";
import type { ClauseLookup } from "../lessons/clause-lookup.ts";
import { ClauseMentions } from "../lessons/clause-mentions.tsx";
import type { PassedScene } from "./story-position.ts";
import { StoryText } from "./story-text.tsx";

/** What followed from the last choice, before the story goes on. */
export function StoryConsequence({ last, rules }: { last: PassedScene | undefined; rules: ClauseLookup }) {
  const { t } = useTranslation("story");
  if (!last) return null;
  const { text, consequence, clauses } = last.choice;
  return (
    <section
      aria-label={t("consequence.label")}
      className="border-accent bg-accent-soft font-ui mt-5 rounded-r-lg border-l-4 px-5 py-4 text-base leading-relaxed [&_p]:mt-1.5"
    >
      <p className="text-ink-2 mt-0!">{t("consequence.chose", { choice: text })}</p>
      <StoryText text={consequence} />
      {clauses.length > 0 ? (
        <p className="text-[0.95rem]">
          {t("learning:lesson.clauses")}
          <ClauseMentions clauses={clauses} rules={rules} />
        </p>
      ) : null}
    </section>
  );
}
