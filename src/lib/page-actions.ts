import { useEffect, useRef } from "react";

/** What can be done here, by name: an address to go to, or something to run. */
export type PageAction = { id: string; label: string; icon?: string } & ({ to: string } | { run: () => void });
export type PageActions = { title: string; actions: PageAction[] };

const offered = new Set<{ current: PageActions | null }>();

/** A page, or a panel, says what can be done with what it shows; nobody has to know it. `null`: nothing yet. */
export function usePageActions(actions: PageActions | null) {
	const latest = useRef(actions);
	latest.current = actions;
	useEffect(() => {
		offered.add(latest);
		return () => {
			offered.delete(latest);
		};
	}, []);
}

/** What the page offers at this moment, the innermost part of it first (parts are mounted before what holds them). */
export const currentPageActions = (): PageActions[] => [...offered].flatMap(({ current }) => (current && current.actions.length > 0 ? [current] : []));
