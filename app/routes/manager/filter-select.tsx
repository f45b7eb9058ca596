type FilterSelectProps = { name: string; label: string; value: string; options: { value: string; text: string }[] };

export function FilterSelect({ name, label, value, options }: FilterSelectProps) {
  return (
    <label className="flex flex-col gap-1">
      {label}
      <select name={name} defaultValue={value} className="field">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
