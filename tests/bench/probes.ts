/** What runs in the page to say when something is on screen. Installed before the page's own scripts. */
export type Probes = {
	/** Resolves on the frame after the one where it first holds, in milliseconds since the start of the navigation. */
	whenOurs(rows: number): Promise<number>;
	whenBare(rows: number): Promise<number>;
	/** The same since the last key, for the words searched. */
	whenFound(q: string): Promise<number>;
};
declare global {
	interface Window {
		probes: Probes;
	}
}

/** Self-contained: Playwright sends its text to the page. */
export function installProbes() {
	const onceShown = (isThere: () => boolean) =>
		new Promise<number>((resolve) => {
			const look = () => (isThere() ? requestAnimationFrame(() => resolve(performance.now())) : requestAnimationFrame(look));
			look();
		});

	/**
	 * Ours draws the rows in sight only: the last of the 207 is there when the table says that it has 207 (and its heading),
	 * each row drawn is filled, and what is drawn reaches the bottom of its box: any of them is a turn of the wheel away, without a request.
	 */
	const isOursThere = (rows: number) => {
		const table = document.querySelector(`table[aria-rowcount="${rows + 1}"]`);
		if (!table || table.getAttribute("aria-busy") === "true") return false;
		const drawn = [...table.querySelectorAll("tbody tr[aria-rowindex]")];
		const box = table.parentElement?.getBoundingClientRect();
		const end = drawn.at(-1)?.getBoundingClientRect();
		return box !== undefined && end !== undefined && drawn.every((row) => row.querySelector("a")) && end.bottom >= Math.min(box.bottom, innerHeight) - 1;
	};
	const isBareThere = (rows: number) => document.querySelectorAll("tbody tr").length === rows;

	// Of each answer to the list: what was searched and how many were found, to compare with what the page shows.
	let found: { q: string; total: number } | null = null;
	let keyAt = 0;
	const ask = window.fetch;
	window.fetch = async (...request) => {
		const response = await ask(...request);
		const url = new URL(request[0] instanceof Request ? request[0].url : request[0], location.href);
		if (url.pathname.endsWith("/employers") && url.searchParams.get("limit") !== "1" && url.searchParams.get("offset") === null) {
			const { total } = (await response.clone().json()) as { total: number };
			found = { q: url.searchParams.get("q") ?? "", total };
		}
		return response;
	};
	addEventListener("keydown", ({ timeStamp }) => (keyAt = timeStamp), true);
	const isFoundShown = (q: string) => {
		if (found?.q !== q) return false;
		const table = document.querySelector("table[aria-rowcount]");
		if (found.total === 0) return table === null;
		const isFull = Number(table?.getAttribute("aria-rowcount")) === found.total + 1 && table?.querySelector("tbody tr[aria-rowindex] a");
		return Boolean(isFull) && table?.getAttribute("aria-busy") !== "true";
	};

	window.probes = {
		whenOurs: (rows) => onceShown(() => isOursThere(rows)),
		whenBare: (rows) => onceShown(() => isBareThere(rows)),
		whenFound: async (q) => (await onceShown(() => isFoundShown(q))) - keyAt,
	};
}
