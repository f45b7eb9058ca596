import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { type ClauseLookup, splitAtClauses } from "./clause-lookup.ts";

type ClauseMentionProps = { id: string; rules: ClauseLookup /** Instead of the number. */; children?: ReactNode };

/** The number of a clause; a tap opens its text on the spot, without scripts, with a link to the page of the rules. */
export function ClauseMention({ id, rules, children = id }: ClauseMentionProps) {
  const { t } = useTranslation("lesson");
  const target = useId();
  const clause = Object.hasOwn(rules.clauses, id) ? rules.clauses[id] : undefined;
  const href = paths.clause(rules.editionId, id);
  if (!clause) return <a href={href}>{children}</a>;
  const named = children === id ? {} : { "data-clause": id };
  return (
    <>
      <button type="button" className="clause-mention" {...named} {...{ popovertarget: target }}>
        {children}
      </button>
      <span id={target} role="note" aria-label={id} className="clause-text" {...{ popover: "auto" }}>
        <strong className="tabular-nums">{id}</strong>{" "}
        {clause.mustPass ? (
          <span role="img" aria-label={t("common:mustPassLong")}>
            {t("common:mustPass")}
          </span>
        ) : null}{" "}
        {clause.text} <a href={href}>{t("clause.inRules")}</a>
      </span>
    </>
  );
}

/** A text in which each clause that it names can be read with a tap. */
export function TextWithClauses({ text, rules }: { text: string; rules: ClauseLookup }) {
  return splitAtClauses(text, rules).map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes on the page, and a clause may be named twice
    index % 2 === 1 ? <ClauseMention key={index} id={piece} rules={rules} /> : piece,
  );
}
