/** What the database writes for an instant (`2026-11-24 14:05:09.12+00`) as the contract writes it. */
export const isoInstant = (text: string): string => new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")).toISOString();
