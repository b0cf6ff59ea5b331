/** Somebody at work pauses longer than this between two questions. */
const quiet = 1_500;
/** Reading in the background goes on all the same, if slowly, while one types without end. */
const longest = 8_000;

let lastGesture = 0;
const noteGesture = ({ timeStamp }: Event) => {
	lastGesture = timeStamp;
};

/** Notes the gestures of whoever is at work, until it is aborted; who has just opened the page is at work. */
export function watchGestures(signal: AbortSignal): void {
	lastGesture = performance.now();
	for (const kind of ["keydown", "pointerdown", "wheel"]) window.addEventListener(kind, noteGesture, { capture: true, passive: true, signal });
}

/** Before a page read in the background: what the person at work asks for goes first, for one database answers both. */
export async function giveWay(signal: AbortSignal): Promise<void> {
	const began = performance.now();
	for (;;) {
		const now = performance.now();
		const left = Math.min(lastGesture + quiet - now, began + longest - now);
		if (left <= 0 || signal.aborted) return;
		await new Promise((resolve) => setTimeout(resolve, left));
	}
}
