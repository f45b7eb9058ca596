import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";

/** Where no script reports what was on the screen, the end of each part asks for it. */
export function PartEnd({ moduleId, slug, read }: { moduleId: string; slug: string; read: boolean }) {
  const { t } = useTranslation("lesson");
  return (
    <noscript>
      {read ? (
        <p className="font-ui text-ink-3 no-print text-[0.95rem]">{t("part.read")}</p>
      ) : (
        <form method="post" action={paths.lessonPlaces(moduleId)} className="font-ui no-print mt-4 text-[0.95rem]">
          <input type="hidden" name="heading" value={slug} />
          <button type="submit" name="go" value="on" className="button button-small button-quiet">
            {t("part.button")}
          </button>
        </form>
      )}
    </noscript>
  );
}
