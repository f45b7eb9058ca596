import { html, inside } from "#app/ui/html.ts";

type FilterSelectProps = { name: string; label: string; value: string; options: { value: string; text: string }[] };

export function FilterSelect({ name, label, value, options }: FilterSelectProps) {
  const choices = options.map((option) =>
    option.value === value
      ? html`<option value="${option.value}" selected>${option.text}</option>`
      : html`<option value="${option.value}">${option.text}</option>`,
  );
  // What nobody in sight has any more is still what the list is narrowed to.
  if (!options.some((option) => option.value === value))
    choices.unshift(html`<option value="${value}" selected>${value}</option>`);
  return (
    <label className="flex flex-col gap-1">
      {label}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes what is not literal. */}
      <select name={name} className="field" dangerouslySetInnerHTML={inside(...choices)} />
    </label>
  );
}
