import { json, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerCheckpoint } from "#app/features/replays/answer-checkpoint.server.ts";
import { progressSentence } from "#app/features/replays/progress-sentence.ts";
import { readTranscriptSection } from "#app/features/replays/read-transcript-section.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { loadTranscript } from "./transcript.server.ts";
import { TranscriptPart } from "./transcript-part.tsx";

export const meta: MetaFunction = pageTitle("replays:read.page", (data) => data as { title: string });

export const loader = pageLoader("replays:watch", async ({ app, viewer, params }) =>
  loadTranscript(app, { personId: viewer.person.id, replayId: params.replayId ?? "" }),
);

export const action = pageAction("replays:watch", async ({ app, viewer, params, form }) => {
  const replayId = params.replayId ?? "";
  const scope = { ...app, personId: viewer.person.id, replayId };
  const page = paths.replayTranscript(replayId);
  switch (form.get("intent")) {
    case "read": {
      const section = Number(form.get("section"));
      await readTranscriptSection({ ...scope, section });
      return redirect(`${page}#after-${section}`);
    }
    case "answer": {
      const checkpointId = String(form.get("checkpoint") ?? "");
      const choice = String(form.get("choice") ?? "");
      if (choice === "") return json({ missing: checkpointId }, { status: 422 });
      await answerCheckpoint({ ...scope, checkpointId, choice });
      return redirect(`${page}#question-${checkpointId}`);
    }
    default:
      throw new AppError("validation-failed", "The page sent something that it does not offer.");
  }
});

export default function TranscriptPage() {
  const { t } = useTranslation("replays");
  const { list } = useFormats();
  const { title, summary, replayId, rules, progress, parts } = useLoaderData<typeof loader>();
  const missing = useActionData<typeof action>()?.missing ?? null;
  return (
    <article className="lesson">
      <p className="font-ui text-[0.95rem]">
        <Link to={paths.replays()}>{t("back")}</Link>
      </p>
      <p className="eyebrow font-ui">{t("read.eyebrow")}</p>
      <h1 className="mt-2">{title}</h1>
      <p className="text-ink-2">{summary}</p>
      <p className="font-ui text-[0.95rem]">
        {t("read.intro")} <a href={paths.replay(replayId)}>{t("read.watch")}</a>
      </p>
      <p className="font-ui font-semibold">{progressSentence(progress, { t, list })}</p>
      {parts.map((part) => (
        <TranscriptPart
          key={part.number}
          part={part}
          total={parts.length}
          title={title}
          rules={rules}
          missing={missing}
        />
      ))}
      {progress.complete ? (
        <div className="font-ui mt-10">
          <Notice tone="ok">
            <p className="mt-0!">
              {t("read.complete")} <Link to={paths.replays()}>{t("back")}</Link>
            </p>
          </Notice>
        </div>
      ) : null}
    </article>
  );
}
