/** Long enough that a queue that is being sent does not wait behind its own lists, short enough that one sees it shrink. */
const pause = 1_500;

/** Reads again what acknowledged writes made stale: at once for the first, then once for all that follow within a moment. */
export function makeReadAgain(read: (ids: readonly string[]) => void): (ids: readonly string[]) => void {
	const waiting = new Set<string>();
	let isResting = false;
	const now = () => {
		if (waiting.size === 0) {
			isResting = false;
			return;
		}
		const ids = [...waiting];
		waiting.clear();
		isResting = true;
		setTimeout(now, pause);
		read(ids);
	};
	return (ids) => {
		for (const id of ids) waiting.add(id);
		if (!isResting) now();
	};
}
