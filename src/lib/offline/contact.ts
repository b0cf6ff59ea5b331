import { create } from "zustand";

/** Whether screens show what this device keeps because nobody answers, and since when nobody has. */
export const useContact = create<{ lostSince: number | null }>(() => ({ lostSince: null }));
