import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import type { ContentNode } from "../programs/release-content.ts";
import { ClauseBox, type ClauseText } from "./clause-box.tsx";

type LessonBodyProps = {
  nodes: ContentNode[];
  editionId: string;
  clauses: Record<string, ClauseText>;
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
      return <ClauseBox editionId={rest.editionId} clause={rest.clauses[node.props.id]} />;
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
  const { href, ...props } = node.props ?? {};
  if (node.tag === "a") return <a href={resolveHref(href ?? "", rest.editionId)}>{children}</a>;
  if (node.tag === "table") {
    return (
      // A wide table scrolls in its own box, which the keyboard must be able to reach.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      <div className="overflow-x-auto" tabIndex={0}>
        <table>{children}</table>
      </div>
    );
  }
  const Tag = node.tag as "p";
  return <Tag {...props}>{children}</Tag>;
}

function resolveHref(href: string, editionId: string): string {
  if (href.startsWith("clause:")) return paths.clause(editionId, href.slice("clause:".length));
  if (href.startsWith("module:")) return paths.lesson(href.slice("module:".length));
  return href;
}

function Aside({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="border-line font-ui mt-6 border-y py-4 text-base leading-relaxed">
      <p className="eyebrow mt-0!">{title}</p>
      {children}
    </div>
  );
}
