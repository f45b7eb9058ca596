import type { ReactNode } from "react";

/** A table of figures that scrolls sideways where it is wider than the screen, also by keyboard. */
export function ScrollTable({ label, width, children }: { label: string; width: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
    <section aria-label={label} tabIndex={0} className="max-w-full overflow-x-auto">
      <table className={`figures ${width}`}>{children}</table>
    </section>
  );
}
