import { useTranslation } from "react-i18next";
import type { ClauseLookup } from "../lessons/clause-lookup.ts";
import { ClauseMentions } from "../lessons/clause-mentions.tsx";
import type { PassedScene } from "./story-position.ts";

type StoryTrailProps = {
  passed: PassedScene[];
  rules: ClauseLookup;
  /** The story has ended: each choice with what followed from it. */
  whole?: boolean;
};

/** The scenes behind the person in their order, with what was chosen in each. */
export function StoryTrail({ passed, rules, whole = false }: StoryTrailProps) {
  const { t } = useTranslation("story");
  if (passed.length === 0) return null;
  return (
    <section aria-labelledby="trail" className="font-ui border-line mt-10 border-t pt-6 text-base leading-relaxed">
      <h2 id="trail" className="mt-0!">
        {t(whole ? "trail.whole" : "trail.title")}
      </h2>
      <ol className="list-none! pl-0!">
        {passed.map(({ scene, choice }, index) => (
          <li key={scene.id} className="mt-0! grid grid-cols-[1.75rem_1fr] gap-x-3">
            <span aria-hidden="true" className="flex flex-col items-center">
              <span className="border-accent text-accent flex size-7 shrink-0 items-center justify-center rounded-full border-2 text-sm font-semibold tabular-nums">
                {index + 1}
              </span>
              {index + 1 < passed.length ? <span className="bg-line my-1 w-0.5 flex-1" /> : null}
            </span>
            <div className="min-w-0 pb-5">
              <h3 className="mt-0.5!">{scene.title}</h3>
              <p className="text-ink-2 mt-1!">
                <span className="text-ink-3">{t("trail.chose")}</span> {choice.text}
              </p>
              {whole ? (
                <p className="text-ink-2 mt-1!">
                  <span className="text-ink-3">{t("trail.followed")}</span> {choice.consequence}{" "}
                  <ClauseMentions clauses={choice.clauses} rules={rules} />
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
