import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { plainText } from "../programs/record-content.ts";
import type { ContentNode } from "../programs/release-content.ts";
import { ClauseBox } from "./clause-box.tsx";
import type { ClauseLookup } from "./clause-lookup.ts";
import { ClauseMention } from "./clause-mention.tsx";

type LessonBodyProps = {
  nodes: ContentNode[];
  rules: ClauseLookup;
  practice: (scenarioId: string) => ReactNode;
};

/** Draws a compiled lesson. The tree was checked against the allow-list when it was published. */
export function LessonBody(props: LessonBodyProps) {
  return props.nodes.map((node, index) => (
    // The tree of a release never changes, so a node's place is its identity.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={index}>
      <Node {...props} node={node} />
    </Fragment>
  ));
}

function Node({ node, ...rest }: LessonBodyProps & { node: ContentNode }) {
  const { t } = useTranslation("learning");
  if (typeof node === "string") return node;
  if ("tag" in node) return <Element {...rest} node={node} />;
  switch (node.widget) {
    case "Clause":
      return <ClauseBox id={node.props.id} rules={rest.rules} />;
    case "Practice":
      return rest.practice(node.props.scenario);
    case "Gain":
      return (
        <Aside title={t(`widget.gain.${node.props.side}`)}>
          <LessonBody {...rest} nodes={node.children} />
        </Aside>
      );
    case "Edge":
      return (
        <Aside title={t("widget.edge")}>
          <LessonBody {...rest} nodes={node.children} />
        </Aside>
      );
    case "Monday":
      return (
        <Aside title={t("widget.monday")}>
          <LessonBody {...rest} nodes={node.children} />
        </Aside>
      );
    case "AuthorNote":
      return null;
  }
}

function Element({ node, ...rest }: LessonBodyProps & { node: Extract<ContentNode, { tag: string }> }) {
  const children = node.children?.length ? <LessonBody {...rest} nodes={node.children} /> : undefined;
  const { href = "", ...props } = node.props ?? {};
  if (node.tag === "a" && href.startsWith("clause:")) {
    const id = href.slice("clause:".length);
    return (
      <ClauseMention id={id} rules={rest.rules}>
        {plainText(node.children ?? []) === id ? id : children}
      </ClauseMention>
    );
  }
  if (node.tag === "a") return <a href={resolveHref(href)}>{children}</a>;
  if (node.tag === "table") {
    return (
      // A wide table scrolls in its own box, which the keyboard must be able to reach.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      <div className="table-box overflow-x-auto" tabIndex={0}>
        <table>{children}</table>
      </div>
    );
  }
  // The script that remembers the place in the lesson knows the parts by it.
  const part = node.tag === "h2" ? { "data-part": "" } : {};
  const Tag = node.tag as "p";
  return (
    <Tag {...props} {...part}>
      {children}
    </Tag>
  );
}

function resolveHref(href: string): string {
  return href.startsWith("module:") ? paths.lesson(href.slice("module:".length)) : href;
}

function Aside({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="aside border-line font-ui mt-6 border-y py-4 text-base leading-relaxed">
      <p className="eyebrow mt-0!">{title}</p>
      {children}
    </div>
  );
}
