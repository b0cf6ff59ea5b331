import { useEffect } from "react";
import { create } from "zustand";

/** The quick log, asked for over whatever page one is on: its address, with the employer where one is known. Links to it need not know. */
export const useVisitLog = create<{ at: string | null }>(() => ({ at: null }));

export const openVisitLog = (at: string) => useVisitLog.setState({ at });
export const closeVisitLog = () => useVisitLog.setState({ at: null });

/** Links to the quick log open it over the page, from the first moment of the page; `address` is null on the page of its own. */
export function useVisitLogLinks(address: string | null) {
	useEffect(() => {
		if (address === null) return closeVisitLog();
		const onClick = (event: MouseEvent) => {
			if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !(event.target instanceof Element)) return;
			const link = event.target.closest("a");
			if (!link || link.target || link.origin !== window.location.origin || link.pathname !== address) return;
			event.preventDefault();
			openVisitLog(link.href);
		};
		// Before the link itself answers.
		document.addEventListener("click", onClick, true);
		return () => document.removeEventListener("click", onClick, true);
	}, [address]);
}
