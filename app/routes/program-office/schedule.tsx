import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { listScheduledWork } from "#app/features/work/list-scheduled-work.server.ts";
import { paths } from "#app/platform/paths.ts";
import { schedule } from "#app/routes/background/schedule.server.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { StatePill, type Tone } from "#app/ui/state-pill.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { useFigures } from "./use-figures.ts";

export const meta: MetaFunction = pageTitle("work:schedule.title");

export const loader = pageLoader("work:everybody", async ({ app }) => ({
  listed: await listScheduledWork(app.db.read, { schedule, now: app.clock.now() }),
}));

type Run = ReturnType<typeof useLoaderData<typeof loader>>["listed"][number]["runs"][number];

const tones: Record<NonNullable<Run["outcome"]> | "running", Tone> = {
  done: "ok",
  failed: "stop",
  lost: "warn",
  running: "info",
};

export default function SchedulePage() {
  const { t } = useTranslation("work");
  const { moment } = useFormats();
  const { listed } = useLoaderData<typeof loader>();
  return (
    <div className="flex flex-col items-start gap-6">
      <p>
        <Link to={paths.work()}>{t("title")}</Link>
      </p>
      <h1>{t("schedule.title")}</h1>
      <p className="text-ink-2 max-w-[66ch]">{t("schedule.intro")}</p>
      {listed.map(({ name, every, nextAt, runs }) => (
        <section key={name} className="panel flex w-full flex-col gap-3">
          <h2>{t(`schedule.name.${name}`)}</h2>
          <p className="text-ink-2">
            {intervalOf(every, t)} · {t("schedule.next", { at: moment(nextAt) })}
          </p>
          {runs.length === 0 ? <p>{t("schedule.never")}</p> : null}
          <ul className="flex flex-col gap-2">
            {runs.map((run) => (
              <li key={run.id} className="flex flex-wrap items-start gap-x-4 gap-y-1">
                <StatePill tone={tones[run.outcome ?? "running"]}>
                  {t(`schedule.outcome.${run.outcome ?? "running"}`)}
                </StatePill>
                <span>{moment(run.startedAt)}</span>
                <Counts counts={run.counts} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** A minute and an hour, and every day: the next run says which. */
const daily = /^\d+ \d+ \* \* \*$/;

function intervalOf(every: number | string, t: TFunction<"work">): string {
  if (typeof every === "number") return t("schedule.minutes", { count: every });
  return daily.test(every) ? t("schedule.daily") : t("schedule.cron", { every });
}

function Counts({ counts }: Pick<Run, "counts">) {
  const { t } = useTranslation("work");
  const { count } = useFigures();
  const told = Object.entries(counts ?? {}).filter(([, value]) => value > 0);
  if (!counts) return null;
  if (told.length === 0) return <span className="text-ink-3">{t("schedule.nothing")}</span>;
  return (
    <span className="text-ink-2">
      {told.map(([name, value]) => t("schedule.counted", { what: t(`count.${name}`), shown: count(value) })).join(", ")}
    </span>
  );
}
