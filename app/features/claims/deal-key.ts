/** The reference under which a deal is ring-fenced: `opp-1` and `OPP-1` are one deal. Takes a checked reference. */
export function dealKey(dealReference: string): string {
  return dealReference.toLowerCase();
}
