/** Made once, because a file may have as many refusals as rows. */
const format = new Intl.NumberFormat("en");

/** `39,583`, as reports, warnings and refusals of an import write a count: these are in English, whoever reads them. */
export function wholeNumber(value: number): string {
  return format.format(value);
}
