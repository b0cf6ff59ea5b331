import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { openStore } from "#lib/device/store.ts";
import { makeMemoryDevice } from "../support/memory-device.ts";

const day = 24 * 60 * 60 * 1000;
const start = Date.parse("2026-11-26T12:00:00Z");
const me = "f0000000-0000-4000-8000-000000000001";
const colleague = "f0000000-0000-4000-8000-000000000002";

const visit = { headline: "Deux soudeurs de plus, salaire à 27,50 $", phone: "+14505550123" };

test("Ce qui est gardé sur l’appareil se relit tel quel, par la même personne", async () => {
	const backing = makeMemoryDevice();
	const store = await openStore(backing, me, () => start);
	await fc.assert(
		fc.asyncProperty(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { maxKeys: 6 }), async (values) => {
			for (const [id, value] of Object.entries(values)) await store.put("drafts", id, { value });
			for (const [id, value] of Object.entries(values)) expect(await store.get("drafts", id)).toEqual(JSON.parse(JSON.stringify({ value })));
			await store.write(Object.keys(values).map((id) => ({ collection: "drafts", id })));
			expect(await store.list("drafts")).toEqual([]);
		}),
		{ numRuns: 30 },
	);
});

test("Rien de ce qui est gardé ne se lit en clair, pas même de quel dossier il s’agit", async () => {
	const backing = makeMemoryDevice();
	const store = await openStore(backing, me, () => start);
	await store.put("drafts", "recherche : Ferme Tremblay", visit);
	await store.put("drafts", "deux", visit);
	const [first, second] = await backing.all(me, "drafts");
	const written = JSON.stringify([first, second], (_, value: unknown) => (value instanceof ArrayBuffer ? Buffer.from(value).toString("latin1") : value));
	expect(written).not.toMatch(/Tremblay|soudeurs|450555/);
	expect(Buffer.from(first?.iv ?? []).equals(Buffer.from(second?.iv ?? []))).toBe(false);
	const [keys] = await backing.keys();
	expect(keys?.sealing.extractable).toBe(false);
	await expect(crypto.subtle.exportKey("raw", keys?.sealing as CryptoKey)).rejects.toThrow();
});

test("Une autre personne sur le même appareil n’y trouve rien ; un enregistrement déplacé ne s’ouvre pas", async () => {
	const backing = makeMemoryDevice();
	const mine = await openStore(backing, me, () => start);
	await mine.put("drafts", "un", visit);
	const theirs = await openStore(backing, colleague, () => start);
	expect(await theirs.list("drafts")).toEqual([]);
	const [sealed] = await backing.all(me, "drafts");
	if (!sealed) throw new Error("Nothing was kept.");
	await backing.write(
		[
			{ ...sealed, personId: colleague },
			{ ...sealed, collection: "outbox" },
		],
		[],
	);
	expect(await theirs.list("drafts")).toEqual([]);
	expect(await mine.list("outbox")).toEqual([]);
	expect(await mine.get("drafts", "un")).toEqual(visit);
});

test.each([
	["le lendemain", 1, true],
	["treize jours plus tard", 13, true],
	["quatorze jours et une heure plus tard", 14 + 1 / 24, false],
	["l’horloge en retard d’un jour", -1, true],
])("Sans contact avec le service, %s\u00A0: ce qui est gardé s’ouvre encore, ou plus", async (_, days, isKept) => {
	const backing = makeMemoryDevice();
	await (await openStore(backing, me, () => start)).put("drafts", "un", visit);
	// Whoever opens the application, it is the absent person's that goes.
	await openStore(backing, colleague, () => start + days * day);
	expect((await backing.keys()).some(({ personId }) => personId === me)).toBe(isKept);
	expect(await (await openStore(backing, me, () => start + days * day)).get("drafts", "un")).toEqual(isKept ? visit : null);
});

test("Un contact avec le service prolonge la clé de quatorze jours", async () => {
	const backing = makeMemoryDevice();
	let now = start;
	const store = await openStore(backing, me, () => now);
	await store.put("drafts", "un", visit);
	now += 13 * day;
	await store.touch();
	now += 13 * day;
	expect(await (await openStore(backing, me, () => now)).get("drafts", "un")).toEqual(visit);
});

test("Le dernier mot est celui qui reste, si vite qu’on tape", async () => {
	const store = await openStore(makeMemoryDevice(), me, () => start);
	const words = Array.from({ length: 50 }, (_, at) => "x".repeat((50 - at) * 500) + at);
	await Promise.all(words.map((word) => store.put("drafts", "un", word)));
	expect(await store.get("drafts", "un")).toBe(words.at(-1));
});

test("Deux onglets qui ouvrent l’appareil à la fois ont la même clé", async () => {
	const backing = makeMemoryDevice();
	const [one, two] = await Promise.all([openStore(backing, me, () => start), openStore(backing, me, () => start)]);
	await one.put("drafts", "un", visit);
	expect(await two.get("drafts", "un")).toEqual(visit);
});

test("Quand on ferme la session, clé et données s’en vont", async () => {
	const backing = makeMemoryDevice();
	const store = await openStore(backing, me, () => start);
	await store.put("drafts", "un", visit);
	await store.forget();
	expect(await backing.keys()).toEqual([]);
	expect(await backing.all(me, "drafts")).toEqual([]);
});

test("Un appareil plein le dit, et garde ce qu’il avait", async () => {
	const backing = makeMemoryDevice();
	const store = await openStore(backing, me, () => start);
	await store.put("drafts", "un", visit);
	const { write } = backing;
	backing.write = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
	await expect(store.put("drafts", "un", "autre")).rejects.toThrow(expect.objectContaining({ name: "DeviceFullError" }));
	backing.write = write;
	expect(await store.get("drafts", "un")).toEqual(visit);
});

test("Une liste relue après chaque écriture n’ouvre que ce qui est nouveau, et dit toujours le dernier mot", async () => {
	const store = await openStore(makeMemoryDevice(), me, () => start);
	const opened = vi.spyOn(crypto.subtle, "decrypt");
	onTestFinished(() => opened.mockRestore());
	for (let at = 1; at <= 20; at += 1) {
		await store.put("outbox", String(at % 15), at);
		const listed = await store.list<number>("outbox");
		expect(listed.map(({ value }) => value).sort((a, b) => a - b)).toEqual(Array.from({ length: Math.min(at, 15) }, (_, back) => at - back).reverse());
	}
	expect(opened).toHaveBeenCalledTimes(20);
});
