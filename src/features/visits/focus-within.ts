/** Puts the hands on the first control of a part of the page. */
export const focusWithin = (part: Element | null) => part?.querySelector<HTMLElement>("input, select, textarea, button")?.focus({ preventScroll: true });
