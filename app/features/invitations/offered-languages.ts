/** What a form offers as the language of somebody who is not known yet. */
export const offeredLanguages = [
  ...["ar", "cs", "da", "de", "en", "es", "fi", "fr", "hi", "it", "ja", "ko", "nb", "nl", "pl", "pt", "pt-BR"],
  ...["ro", "sv", "th", "tr", "uk", "vi", "zh"],
];
