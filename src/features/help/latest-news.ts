/** The day of the latest entry of « Quoi de neuf »: known before the page is fetched, for its mark in the header, and carried alone. */
export const latestNewsOn = "2026-11-27";
