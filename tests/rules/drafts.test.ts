import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openDevice } from "#lib/device/device.ts";
import { forgetDraft, keepDraft, openDrafts, readDraft } from "#lib/drafts.ts";
import { queryClient } from "#lib/query-client.ts";
import { sessionQuery } from "#lib/session.ts";

const me = "f0000000-0000-4000-8000-000000000009";
const name = `jalon.visit-log.${me}.`;

beforeEach(() => {
	vi.stubGlobal("localStorage", {});
	queryClient.setQueryData(sessionQuery.queryKey, { person: { id: me } } as never);
});
afterEach(async () => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
	await (await openDevice(me)).forget();
	queryClient.clear();
});

/** Reads the device again, as a page that opens does, and does this when it has found what it holds but has not said it yet. */
async function readAgainWhile(doing: () => void) {
	const store = await openDevice(me);
	const list = store.list.bind(store);
	vi.spyOn(store, "list").mockImplementationOnce(async (collection) => {
		const found = await list(collection);
		doing();
		return found as never;
	});
	await openDrafts();
}

test("Ce qui était tapé se retrouve quand la page s’ouvre de nouveau", async () => {
	keepDraft(name, { headline: "Deux soudeurs" });
	await openDrafts();
	expect(readDraft(name)).toEqual({ headline: "Deux soudeurs" });
	expect(await (await openDevice(me)).get("drafts", name)).toEqual({ headline: "Deux soudeurs" });
});

test("Ce que je tape pendant que l’appareil se relit n’est pas remplacé par ce qu’il avait", async () => {
	keepDraft(name, { headline: "Deux" });
	await openDrafts();
	await readAgainWhile(() => keepDraft(name, { headline: "Deux soudeurs" }));
	expect(readDraft(name)).toEqual({ headline: "Deux soudeurs" });
	await openDrafts();
	expect(readDraft(name)).toEqual({ headline: "Deux soudeurs" });
});

test("Une visite enregistrée pendant que l’appareil se relit ne revient pas comme brouillon", async () => {
	keepDraft(name, { headline: "Deux" });
	await openDrafts();
	await readAgainWhile(() => forgetDraft(name));
	expect(readDraft(name)).toBeNull();
});

test("Un appareil qui ne se lit pas n’efface pas ce que la page tient", async () => {
	keepDraft(name, { headline: "Deux soudeurs" });
	await openDrafts();
	vi.spyOn(await openDevice(me), "list").mockRejectedValueOnce(new Error("no device"));
	await openDrafts();
	expect(readDraft(name)).toEqual({ headline: "Deux soudeurs" });
});
