import { useEffect, useRef, useState } from "react";

const silence = 150;

/** The words in the box, sent after a short silence; the box follows an address that changes by itself. */
export function useTyped(sent: string, send: (q: string) => void) {
	const [typed, setTyped] = useState(sent);
	const last = useRef({ sent, timer: 0 });
	useEffect(() => {
		if (sent !== last.current.sent) setTyped(sent);
		last.current.sent = sent;
	}, [sent]);
	useEffect(() => () => clearTimeout(last.current.timer), []);
	return {
		typed,
		onType: (value: string) => {
			setTyped(value);
			clearTimeout(last.current.timer);
			last.current.timer = window.setTimeout(() => {
				last.current.sent = value.trim();
				send(value.trim());
			}, silence);
		},
	};
}
