import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { MessageState } from "#app/features/messages/message-filter.ts";
import { MessageStatePill } from "#app/features/messages/message-state.tsx";
import { paths } from "#app/platform/paths.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { isRung, useStepName } from "./use-step-name.ts";

type Row = {
  id: string;
  subject: string;
  toName: string;
  toAddress: string;
  reason: string;
  step: string;
  state: MessageState;
  outcome: string | null;
  createdAt: number;
};

/** Messages one below the other: columns on a desk, cards on a phone. */
export function MessageRows({ rows }: { rows: Row[] }) {
  const { t } = useTranslation("messages");
  const { moment } = useFormats();
  const stepName = useStepName();
  return (
    <ul className="flex flex-col">
      {rows.map(({ id, subject, toName, toAddress, reason, step, state, outcome, createdAt }) => (
        <li
          key={id}
          className="border-line grid gap-x-6 gap-y-1 border-b py-3 md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,3fr)]"
        >
          <span>
            <Link to={paths.message(id)} className="font-semibold">
              {subject}
            </Link>
            <span className="text-ink-3 block text-[0.95rem]">
              {toName} · {toAddress}
            </span>
          </span>
          <span className="flex flex-col items-start gap-1">
            <MessageStatePill state={state} />
            {outcome ? <span className="text-ink-2 text-[0.95rem]">{t(`outcome.${outcome}`)}</span> : null}
          </span>
          <span className="text-ink-2 text-[0.95rem]">
            <span className="block">
              {t(`reason.${reason}`, { defaultValue: reason })}
              {isRung(step) ? ` · ${stepName(step)}` : null}
            </span>
            <span className="block">{moment(createdAt)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
