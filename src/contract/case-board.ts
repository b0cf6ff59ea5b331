/** The last stage: a case that is there never leaves it; the employer who comes back opens a new case. */
export const closedStage = "closed";

/** The last column shows what was closed since; longer ago, a closed case belongs to the list. */
export const closedShownDays = 90;

/** The first cards of a column; as many more at each asking, up to the most that one answer holds. */
export const cardsShown = 30;
export const mostCardsShown = 500;

/** A pause always ends (domain §2.2). */
export const longestPauseMonths = 6;
