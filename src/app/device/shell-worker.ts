/**
 * The worker that keeps the screens on the device: built apart, into `worker.js`, beside index.html (vite.config.ts).
 * It knows files only. What the API answers never passes through here: that is kept encrypted, or not at all (house law « Offline »).
 */

/** Written before this code by the build: the files of the screens, and a name that changes with any of them. */
declare const shell: { version: string; files: readonly string[] };

type Lasting = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Lasting & { request: Request; preloadResponse?: Promise<Response | undefined>; respondWith(response: Promise<Response>): void };
type ShellScope = EventTarget & {
	registration: ServiceWorkerRegistration;
	location: Location;
	skipWaiting(): Promise<void>;
	clients: { claim(): Promise<void> };
};
const worker = self as unknown as ShellScope;

const prefix = "jalon-shell-";
const ownCache = prefix + shell.version;
const scope = new URL(worker.registration.scope);
const addressOf = (file: string) => new URL(file, scope).href;
const ownFiles = new Set(shell.files.map(addressOf));
const page = addressOf("index.html");
const config = addressOf("config.json");

/** A network that is there but says nothing is no network. */
const patience = 1500;
const atOnce = 6;

/** Its name changes with its content: what an earlier version brought is not fetched again. */
const isImmutable = (url: string) => url.startsWith(addressOf("assets/"));
const kept = (url: string) => caches.match(url, { ignoreVary: true });

async function fill() {
	const cache = await caches.open(ownCache);
	const left = [config, ...ownFiles];
	const bring = async (url: string) => {
		const known = isImmutable(url) ? await kept(url) : undefined;
		const response = known ?? (await fetch(new Request(url, { cache: isImmutable(url) ? "default" : "reload" })));
		if (!response.ok) throw new Error(`${url}: ${response.status}`);
		await cache.put(url, response);
	};
	const work = async () => {
		for (let url = left.pop(); url !== undefined; url = left.pop()) await bring(url);
	};
	await Promise.all(Array.from({ length: atOnce }, work));
}

/** The version before stays too: a page opened with it still asks for its pieces. */
async function takeOver() {
	const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== ownCache);
	await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
	await worker.registration.navigationPreload?.enable();
	await worker.clients.claim();
}

const late = () => new Promise<never>((_, reject) => setTimeout(() => reject(new Error("No answer.")), patience));

/** From the network while there is one, so that whoever opens Jalon has the version of the API it speaks to; else as it was last kept. */
async function latest(url: string, asked: Promise<Response>): Promise<Response> {
	// Watched from the start: a refusal that comes before its turn is no accident.
	asked.catch(() => undefined);
	const last = await (await caches.open(ownCache)).match(url, { ignoreVary: true });
	if (!last) return asked;
	const answer = await Promise.race([asked, late()]).catch(() => last);
	return answer.status >= 500 ? last : answer;
}

async function latestConfig(request: Request) {
	const asked = fetch(request).then(async (response) => {
		if (response.ok) await (await caches.open(ownCache)).put(config, response.clone());
		return response;
	});
	return latest(config, asked);
}

worker.addEventListener("install", (event) => (event as Lasting).waitUntil(fill()));
worker.addEventListener("activate", (event) => (event as Lasting).waitUntil(takeOver()));

worker.addEventListener("fetch", (event) => {
	const { request, preloadResponse, respondWith } = event as Fetching;
	const answer = respondWith.bind(event);
	const { href, pathname } = new URL(request.url);
	if (request.method !== "GET" || !href.startsWith(scope.href)) return;
	// An address of the API that one opens (a file to save) is not a screen.
	if (request.mode === "navigate") {
		if (/(^|\/)api(\/|$)/.test(pathname)) return;
		if (preloadResponse) (event as Fetching).waitUntil(preloadResponse.catch(() => undefined));
		return answer(
			latest(
				page,
				Promise.resolve(preloadResponse).then((early) => early ?? fetch(request)),
			),
		);
	}
	if (href === config) return answer(latestConfig(request));
	if (ownFiles.has(href) || isImmutable(href)) answer(kept(href).then((response) => response ?? fetch(request)));
});

/** What a page asks of a version: whether it is the one it was opened with, and, when its person agrees, to take over. */
worker.addEventListener("message", (event) => {
	const { data, ports } = event as MessageEvent<{ holds?: string; takeOver?: boolean }>;
	if (data.holds) ports[0]?.postMessage(ownFiles.has(data.holds));
	if (data.takeOver) void worker.skipWaiting();
});
