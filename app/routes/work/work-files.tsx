import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";

type WorkFilesProps = { workId: string; files: { id: string; role: string; name: string; size: number }[] };

export function WorkFiles({ workId, files }: WorkFilesProps) {
  const { t } = useTranslation("work");
  const { count } = useFigures();
  if (files.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2>{t("files.title")}</h2>
      <ul className="flex flex-col gap-1">
        {files.map(({ id, role, name, size }) => (
          <li key={id}>
            <a href={paths.workFile(workId, id)} download>
              {t(`files.${role}`)}: <bdi>{name}</bdi>
            </a>{" "}
            <span className="text-ink-3">{t("files.size", { size: count(Math.max(1, Math.round(size / 1024))) })}</span>
          </li>
        ))}
      </ul>
      <p className="text-ink-3">{t("files.kept")}</p>
    </section>
  );
}
