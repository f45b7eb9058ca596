import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { Seal } from "#app/ui/seal.tsx";

export type DemoSignIns = { password: string; people: { login: string; name: string; role: string; story: string }[] };

/** What somebody sees who is not signed in. */
export function Landing({ demo }: { demo: DemoSignIns | null }) {
  const { t } = useTranslation("open");
  return (
    <div className="flex flex-col gap-10">
      <section className="flex flex-col items-start gap-6 sm:flex-row sm:items-center sm:gap-10">
        <Seal done={8} total={8} size={112} closed />
        <div className="flex max-w-[62ch] flex-col items-start gap-4">
          <h1>{t("landing.title")}</h1>
          <p className="text-[1.08rem]">{t("landing.lead")}</p>
          <Link to={paths.signIn()} className="button">
            {t("landing.signIn")}
          </Link>
        </div>
      </section>
      <div className="grid gap-8 sm:grid-cols-3">
        <section className="flex flex-col gap-2">
          <h2>{t("landing.reps")}</h2>
          <p className="text-ink-2">{t("landing.repsText")}</p>
        </section>
        <section className="flex flex-col gap-2">
          <h2>{t("landing.partners")}</h2>
          <p className="text-ink-2">{t("landing.partnersText")}</p>
          <p>
            <Link to={paths.verifyAny()}>{t("landing.verify")}</Link>
          </p>
        </section>
        <section className="flex flex-col gap-2">
          <h2>{t("landing.systems")}</h2>
          <p className="text-ink-2">{t("landing.systemsText")}</p>
          <p>
            <a href="/api/v1/openapi.json">{t("landing.openapi")}</a>
          </p>
        </section>
      </div>
      {demo ? <DemoList {...demo} /> : null}
    </div>
  );
}

function DemoList({ password, people }: DemoSignIns) {
  const { t } = useTranslation("open");
  return (
    <section className="panel flex flex-col gap-3">
      <h2>{t("demo.title")}</h2>
      <p className="text-ink-2">{t("demo.intro", { password })}</p>
      <p>
        <Link to={paths.demoMailbox()}>{t("messages:demo.link")}</Link>
        <span className="text-ink-3 block text-[0.95rem]">{t("messages:demo.linkText")}</span>
      </p>
      <ul>
        {people.map((person) => (
          <li
            key={person.login}
            className="border-line grid items-center gap-x-6 gap-y-2 border-t py-3 sm:grid-cols-[20rem_1fr_auto]"
          >
            <span>
              <strong className="font-semibold">{person.name}</strong>
              <span className="text-ink-3 block text-sm">
                {person.role}
                <br />
                {person.login}
              </span>
            </span>
            <span className="text-ink-2">{person.story}</span>
            <Form method="post" action={paths.signIn()} reloadDocument>
              <input type="hidden" name="login" value={person.login} />
              <input type="hidden" name="password" value={password} />
              <button type="submit" className="button button-small button-quiet" aria-label={t("demo.enter", person)}>
                {t("landing.signIn")}
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
