import type { ReactNode } from "react";

type PhoneFoldProps = { label: string; open: boolean; children: ReactNode };

/** What a desk has room for stays folded on a phone, so that the page begins with what one came for. */
export function PhoneFold({ label, open, children }: PhoneFoldProps) {
  return (
    <details className="phone-fold" open={open}>
      <summary className="text-accent cursor-pointer py-1 font-semibold underline underline-offset-[3px]">
        {label}
      </summary>
      {children}
    </details>
  );
}
