import { create } from "zustand";

/** The quick log, asked for over whatever page one is on: its address, with the employer where one is known. Links to it need not know (QuickLogHost). */
export const useVisitLog = create<{ at: string | null }>(() => ({ at: null }));

export const openVisitLog = (at: string) => useVisitLog.setState({ at });
export const closeVisitLog = () => useVisitLog.setState({ at: null });
