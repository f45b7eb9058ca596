import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PathStep } from "#app/features/certification/path-steps.ts";
import { paths } from "#app/platform/paths.ts";
import { Notice } from "#app/ui/notice.tsx";

type LessonEndProps = {
  read: boolean;
  /** Read by passing its check, which has been said above the text. */
  testedOut: boolean;
  practiceLeft: number;
  review: { done: boolean } | null;
  next: PathStep | null;
};

/** The end of a lesson: what is still open, the button that finishes it, and where to go from here. */
export function LessonEnd({ read, testedOut, practiceLeft, review, next }: LessonEndProps) {
  const { t } = useTranslation("learning");
  return (
    <section
      id="end"
      data-end=""
      className="no-print font-ui border-line mt-12 flex scroll-mt-6 flex-col items-start gap-4 border-t pt-6 text-base"
    >
      <h2 className="mt-0!">{t("lesson.doneTitle")}</h2>
      {review && !review.done ? (
        <>
          <p className="mt-0!">{t("lesson.reviewText")}</p>
          <OneButton intent="review" text={t("lesson.reviewButton")} />
        </>
      ) : null}
      {review?.done ? <Notice tone="ok">{t("lesson.reviewed")}</Notice> : null}
      {read ? <Notice tone="ok">{t(testedOut ? "lesson:testOut.passed" : "lesson.done")}</Notice> : null}
      {!read && practiceLeft > 0 ? <p className="mt-0!">{t("lesson.practiceLeft", { count: practiceLeft })}</p> : null}
      {!read && practiceLeft === 0 ? <OneButton intent="done" text={t("lesson.doneButton")} /> : null}
      <p className="mt-0! flex flex-wrap items-center gap-4">
        {read && next ? (
          <Link to={next.href} className="button">
            {t("lesson.next", { title: next.title })}
          </Link>
        ) : null}
        <Link to={paths.home()}>{t("lesson.toPath")}</Link>
      </p>
    </section>
  );
}

function OneButton({ intent, text }: { intent: string; text: string }) {
  return (
    <Form method="post" reloadDocument>
      <button type="submit" name="intent" value={intent} className="button">
        {text}
      </button>
    </Form>
  );
}
