import { json, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerBooster, skipBooster } from "#app/features/boosters/answer-booster.server.ts";
import { readScenarioAnswer } from "#app/features/scenarios/read-scenario-answer.ts";
import { ScenarioForm } from "#app/features/scenarios/scenario-form.tsx";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { loadBooster } from "./booster.server.ts";
import { BoosterResult } from "./booster-result.tsx";
import { BoosterTaken } from "./booster-taken.tsx";

export const meta: MetaFunction = pageTitle("boosters:title");

/** A day that is none names no booster. */
const dayOf = (params: { day?: string | undefined }) => (/^\d{1,4}$/.test(params.day ?? "") ? Number(params.day) : -1);

export const loader = pageLoader("learning:own", ({ app, viewer, params, request }) =>
  loadBooster(app, {
    personId: viewer.person.id,
    day: dayOf(params),
    answered: new URL(request.url).searchParams.get("answered"),
  }),
);

export const action = pageAction("learning:own", async ({ app, viewer, params, form }) => {
  const booster = { ...app, personId: viewer.person.id, day: dayOf(params) };
  switch (form.get("intent")) {
    case "answer": {
      const scenarioId = String(form.get("scenario") ?? "");
      try {
        const { state } = await answerBooster({ ...booster, scenarioId, answer: readScenarioAnswer(form) });
        return redirect(paths.booster(booster.day, state === "answered" ? scenarioId : undefined));
      } catch (error) {
        if (!(error instanceof AppError && error.code === "validation-failed")) throw error;
        const given = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
        return json({ incomplete: { scenarioId, given } }, { status: 422 });
      }
    }
    case "skip":
      await skipBooster(booster);
      return redirect(paths.booster(booster.day));
    default:
      throw new AppError("validation-failed", "The page sent something that it does not offer.");
  }
});

export default function BoosterPage() {
  const { t } = useTranslation("boosters");
  const data = useLoaderData<typeof loader>();
  const incomplete = useActionData<typeof action>()?.incomplete;
  if (data.view === "feedback") return <BoosterTaken {...data} />;
  if (data.view !== "question") return <BoosterResult {...data} />;
  const { place, total, rules } = data;
  return (
    <div className="mx-auto flex max-w-[720px] flex-col gap-2">
      <h1>{t("title")}</h1>
      <p className="text-ink-2">{t("intro", { count: total })}</p>
      <h2 className="sr-only">{t("decision", { number: place.number, total })}</h2>
      <ScenarioForm
        scenario={place.scenario}
        feedback={null}
        number={place.number}
        total={total}
        rules={rules}
        incomplete={incomplete?.scenarioId === place.scenario.id ? incomplete.given : null}
      />
      <Form method="post" reloadDocument className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <button type="submit" name="intent" value="skip" className="button button-small button-quiet">
          {t("skip")}
        </button>
        <p className="text-ink-3 min-w-[16rem] flex-1 text-[0.95rem]">{t("skipMeans")}</p>
      </Form>
      <p className="mt-4">
        <Link to={paths.home()}>{t("notNow")}</Link>
      </p>
    </div>
  );
}
