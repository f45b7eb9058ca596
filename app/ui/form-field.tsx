import type { ReactNode } from "react";

type FormFieldProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  errors?: string[] | undefined;
  children: ReactNode;
};

/** A label, its hint, its problem and its control, tied together by `describedBy`. */
export function FormField({ id, label, hint, errors, children }: FormFieldProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-3 text-[0.95rem]">
          {hint}
        </p>
      ) : null}
      {errors?.length ? (
        <p id={`${id}-error`} className="text-stop font-semibold">
          {errors.join(" ")}
        </p>
      ) : null}
      {children}
    </div>
  );
}

/** The attributes that tie a control to its hint and problem. */
export function describedBy(id: string, { hint, errors }: { hint?: boolean; errors?: string[] | undefined }) {
  const ids = [hint ? `${id}-hint` : "", errors?.length ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { ...(ids ? { "aria-describedby": ids } : {}), ...(errors?.length ? { "aria-invalid": true as const } : {}) };
}
