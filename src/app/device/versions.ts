/** The longest that a version may take to come in: after that, a reload finds it all the same. */
const longest = 3_000;
const checkEvery = 60 * 60_000;

/** The script this page was opened with: its name changes with every version. */
const ownScript = () => document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? "";

const holds = (worker: ServiceWorker, url: string) =>
	new Promise<boolean>((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }) => resolve(data === true);
		worker.postMessage({ holds: url }, [port2]);
	});

/**
 * Keeps the screens on this device, and says when another version than this page's is ready. Nothing is ever reloaded by itself:
 * `onReady` receives what to do when the person asks for it. A version that this page is already of comes in without a word.
 */
export function followVersions(onReady: (update: () => Promise<void>) => void): () => void {
	const over = new AbortController();
	const { serviceWorker } = navigator;
	// No worker in private windows of some browsers, nor on an address that is not secure: Jalon works as any page does.
	if (!serviceWorker) return () => undefined;

	async function follow() {
		const registration = await serviceWorker.register(`${import.meta.env.BASE_URL}worker.js`, { updateViaCache: "none" });
		if (over.signal.aborted) return;

		async function update() {
			if (registration.waiting) {
				const taken = new Promise((resolve) => serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
				registration.waiting.postMessage({ takeOver: true });
				await Promise.race([taken, new Promise((resolve) => setTimeout(resolve, longest))]);
			}
			window.location.reload();
		}
		async function look(worker: ServiceWorker | null) {
			if (!worker) return;
			const isOurs = await holds(worker, ownScript());
			if (over.signal.aborted) return;
			if (!isOurs) onReady(update);
			else if (worker === registration.waiting) worker.postMessage({ takeOver: true });
		}
		const once = { signal: over.signal };
		registration.addEventListener(
			"updatefound",
			() => {
				const { installing } = registration;
				installing?.addEventListener("statechange", () => installing.state === "installed" && void look(registration.waiting), once);
			},
			once,
		);
		serviceWorker.addEventListener("controllerchange", () => void look(serviceWorker.controller), once);
		let checkedAt = Date.now();
		document.addEventListener(
			"visibilitychange",
			() => {
				if (document.hidden || Date.now() - checkedAt < checkEvery) return;
				checkedAt = Date.now();
				void registration.update().catch(() => undefined);
			},
			once,
		);
		await look(registration.waiting ?? serviceWorker.controller);
	}
	// A device that is full, a proxy that forbids it: the screens come from the network as before.
	void follow().catch(() => undefined);
	return () => over.abort();
}
