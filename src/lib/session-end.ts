import { create } from "zustand";

/** The session ended while somebody was at work: the page stays as it is, locked, until they are back. */
export const useSessionEnd = create<{ hasEnded: boolean }>(() => ({ hasEnded: false }));

export const endSession = () => useSessionEnd.setState({ hasEnded: true });
export const resumeSession = () => useSessionEnd.setState({ hasEnded: false });
