/** Codes of the CNP as they are pasted: one a line, or between commas. */
export const codesIn = (typed: string) => [...new Set(typed.split(/[\s,;]+/).filter(Boolean))];

/** Whatever code is at fault, it is in the one box. */
export const inOneBox = (path: string) => (path.startsWith("occupationCodes") ? "occupationCodes" : path);
