import { countryCodes } from "#app/features/people/country-codes.ts";
import { useFormats } from "#app/ui/use-formats.ts";

/** Every country, sorted by its name. */
export function CountryOptions() {
  const { country } = useFormats();
  const named = [...countryCodes].map((code) => ({ code, name: country(code) }));
  return (
    <>
      {named
        .sort((a, b) => a.name.localeCompare(b.name))
        .map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
    </>
  );
}
