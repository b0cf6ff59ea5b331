import { useEffect, useRef, useState } from "react";

const pause = 120;

/**
 * Words typed → words searched. A lone key is sent at once; in a burst only the first and the last are,
 * after a short silence: rows appear without waiting and the API is not asked for every letter.
 */
export function useLiveSearch(sent: string, send: (q: string) => void): { typed: string; onType: (value: string) => void } {
	const [typed, setTyped] = useState(sent);
	const last = useRef({ sent, onTheWay: new Set<string>(), keyAt: 0, timer: 0, send });
	last.current.send = send;
	// The address changed from elsewhere (a link, « Effacer »): the box follows; an earlier word of ours that arrives late must not.
	useEffect(() => {
		const state = last.current;
		if (sent === state.sent) return state.onTheWay.clear();
		if (state.onTheWay.has(sent)) return;
		clearTimeout(state.timer);
		state.sent = sent;
		setTyped(sent);
	}, [sent]);
	useEffect(() => () => clearTimeout(last.current.timer), []);
	const onType = (value: string) => {
		const state = last.current;
		const now = performance.now();
		const isBurst = now - state.keyAt < pause;
		state.keyAt = now;
		setTyped(value);
		clearTimeout(state.timer);
		const run = () => {
			state.sent = value.trim();
			state.onTheWay.add(state.sent);
			state.send(state.sent);
		};
		if (isBurst) state.timer = window.setTimeout(run, pause);
		else run();
	};
	return { typed, onType };
}
