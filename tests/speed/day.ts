/** One day for every measure: the same rows, the same plans. */
export const dayOfMeasure = "2026-11-24";
export const instantOfMeasure = "2026-11-24T15:00:00Z";
