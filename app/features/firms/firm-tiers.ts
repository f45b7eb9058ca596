/** From the least to the most bound to us. */
export const firmTiers = ["registered", "silver", "gold", "platinum"] as const;
