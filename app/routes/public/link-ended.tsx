import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";

type Ended = "unknown" | "used" | "expired" | "revoked" | "closed" | "known" | "left" | "moved";

/** A link that opens nothing: why, and what to do. */
export function LinkEnded({ state }: { state: Ended }) {
  const { t } = useTranslation("joining");
  return (
    <div className="flex max-w-[66ch] flex-col items-start gap-4">
      <h1>{t(`link.${state}.title`)}</h1>
      <p>{t(`link.${state}.text`)}</p>
      <p className="flex flex-wrap gap-4">
        <Link to={paths.signIn()} className="button">
          {t("link.signIn")}
        </Link>
        {state === "expired" || state === "moved" ? (
          <Link to={paths.register()} className="button button-quiet">
            {t("link.register")}
          </Link>
        ) : null}
      </p>
    </div>
  );
}
