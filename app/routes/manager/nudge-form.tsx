import { Form, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { mostNudgeWords } from "#app/features/notices/nudge-words.ts";
import { paths } from "#app/platform/paths.ts";
import { describedBy, FormField } from "#app/ui/form-field.tsx";

type NudgeFormProps = {
  batchId: string;
  /** What the page that shows the mail with the words is asked for: names and values of a URL. */
  asked: [string, string][];
  text: string;
  tooLong: boolean;
  send: string;
};

/** One form: a button sends the mail, the other shows it with the words in it. */
export function NudgeForm({ batchId, asked, text, tooLong, send }: NudgeFormProps) {
  const { t } = useTranslation("notices");
  const posted = useActionData<{ text: string }>();
  const refused = tooLong || posted !== undefined;
  const errors = refused ? [t("nudge.wordsLong", { most: mostNudgeWords })] : undefined;
  return (
    <Form
      method="post"
      action={`${paths.nudge()}?${new URLSearchParams(asked)}`}
      reloadDocument
      className="flex flex-col gap-4"
    >
      <input type="hidden" name="token" value={batchId} />
      {/* Read when the words are shown: then the form becomes the URL. */}
      {asked.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <FormField
        id="words"
        label={t("nudge.words")}
        hint={t("nudge.wordsHint", { most: mostNudgeWords })}
        errors={errors}
      >
        <textarea
          id="words"
          name="words"
          rows={4}
          defaultValue={posted?.text ?? text}
          className="field"
          {...describedBy("words", { hint: true, errors })}
        />
      </FormField>
      <p className="flex flex-wrap gap-3">
        <button type="submit" className="button">
          {send}
        </button>
        <button type="submit" formMethod="get" formAction={paths.nudge()} className="button button-quiet">
          {t("nudge.update")}
        </button>
      </p>
    </Form>
  );
}
