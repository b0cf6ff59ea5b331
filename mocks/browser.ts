import { day, snapshots, version } from "virtual:jalon-snapshots";
import { http } from "msw";
import { setupWorker } from "msw/browser";
import { currentFault, isFault, setFault, withFault } from "./faults.ts";
import { HomeConnection } from "./home/connection.ts";
import { mountTools, showPreparation } from "./tools/mount.tsx";
import type { Scenario } from "./world/world.ts";

export type BrowserHome = { connection: HomeConnection; scenario: Scenario };
type Options = { name?: string; storage?: "indexedDB" | "memory"; scenario?: Scenario | null; tools?: boolean };

const scenarios = ["region", "vide", "surcharge"] as const;
const isScenario = (value: string | null): value is Scenario => (scenarios as readonly (string | null)[]).includes(value);

/** `?panne=`, `?scenario=`, `?reset`: obeyed once and taken out of the address, so that a reload keeps what was done since. */
function takeSwitches(): { scenario: Scenario | null; reset: boolean } {
	const address = new URL(location.href);
	const panne = address.searchParams.get("panne");
	if (isFault(panne)) setFault(panne);
	const asked = address.searchParams.get("scenario");
	const reset = address.searchParams.has("reset");
	for (const name of ["panne", "scenario", "reset"]) address.searchParams.delete(name);
	if (address.href !== location.href) history.replaceState(history.state, "", address);
	return { scenario: isScenario(asked) ? asked : null, reset };
}

/** The API in the page: a service worker hands it the requests, a worker answers them on its own database. */
export async function startBrowserHome(
	base: string,
	{ name = "jalon", storage = "indexedDB", scenario = null, tools = true }: Options = {},
): Promise<BrowserHome> {
	const asked = takeSwitches();
	const address = new URL(base, location.href);
	const absolute = (url: string) => new URL(url, location.href).href;
	const connection = new HomeConnection({
		name,
		storage,
		base: address.pathname,
		version,
		snapshots: { region: absolute(snapshots.region), vide: absolute(snapshots.vide) },
		day,
	});
	const interceptor = setupWorker(http.all(`${address.href}/*`, ({ request }) => withFault(currentFault(), request, (handed) => connection.send(handed))));
	const start = { serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` }, onUnhandledFrame: "bypass", quiet: true } as const;
	const wanted = asked.scenario ?? scenario;
	const hidePreparation = showPreparation();
	const [told] = await Promise.all([asked.reset ? connection.reset(wanted) : connection.prepare(wanted), interceptor.start(start)]).finally(hidePreparation);
	connection.onDataReplaced = () => location.reload();
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "hidden") void connection.flush();
	});
	if (tools)
		mountTools(told, async (next) => {
			await connection.reset(next);
			// What was on screen may no longer exist.
			location.assign(import.meta.env.BASE_URL);
		});
	return { connection, scenario: told };
}
