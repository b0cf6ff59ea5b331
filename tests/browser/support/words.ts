import type { Locator } from "playwright";

/** As one types in a hurry: no accent, no capital. */
export const plain = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/gi, "oe").replace(/æ/gi, "ae").toLowerCase();

/** `1 234` on a screen, as a number; the space of thousands is a no-break one. */
export const numberOn = (shown: string) => Number(shown.replace(/\s/g, ""));

export const textOf = async (locator: Locator) => ((await locator.textContent()) ?? "").trim();
