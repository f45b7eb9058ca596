/**
 * Whether an edition is `other` or a later one. Edition ids begin with the year and month of their rules (`2011-07`), so
 * their order is the order of their text and is the same everywhere, whatever was published or rolled out first.
 */
export function isSameOrLaterEdition(editionId: string, other: string): boolean {
  return editionId >= other;
}
