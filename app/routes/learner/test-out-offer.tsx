import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { TestOutState } from "#app/features/lessons/test-out-state.ts";
import { paths } from "#app/platform/paths.ts";
import { Notice } from "#app/ui/notice.tsx";

type TestOutOfferProps = { moduleId: string; state: TestOutState; questions: number; read: boolean };

/** Before the text of a lesson: whether a short check can take its place, or how that went. */
export function TestOutOffer({ moduleId, state, questions, read }: TestOutOfferProps) {
  const { t } = useTranslation("lesson");
  if (state === "none" || (state === "failed" && read)) return null;
  const box = "font-ui no-print mt-6 text-base leading-normal";
  if (state === "passed" || state === "failed") {
    return (
      <div className={box}>
        <Notice tone={state === "passed" ? "ok" : "info"}>{t(`testOut.${state}`)}</Notice>
      </div>
    );
  }
  return (
    <div className={`bg-sunk flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-lg px-4 py-3 ${box}`}>
      <p className="mt-0! min-w-0 flex-1 basis-64">
        {state === "offered" ? (
          <>
            <strong className="font-semibold">{t("testOut.title")}</strong> {t("testOut.text", { count: questions })}
          </>
        ) : (
          t("testOut.open")
        )}
      </p>
      <Link to={paths.lessonCheck(moduleId)}>{t(state === "offered" ? "testOut.look" : "testOut.goOn")}</Link>
    </div>
  );
}
