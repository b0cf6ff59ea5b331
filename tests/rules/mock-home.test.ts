import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestApi, type TestApi } from "../../mocks/node.ts";

type People = { items: { id: string; name: string; role: string }[] };
type Page = { items: { id: string }[]; total: number };

describe("L’API dans une page ou dans un test, sans serveur", () => {
	let first: TestApi;
	let second: TestApi;
	let counsellor: string;

	beforeAll(async () => {
		first = await createTestApi();
		second = await createTestApi();
		const { items } = (await (await first.api(new Request("http://jalon.test/api/session/people"))).json()) as People;
		counsellor = items.find(({ role }) => role === "advisor")?.id ?? "";
	}, 300_000);
	afterAll(async () => {
		await first?.close();
		await second?.close();
	});

	test("On choisit une personne de la démonstration et elle est reconnue ensuite", async () => {
		const signIn = await first.api(
			new Request("http://jalon.test/api/session", {
				method: "POST",
				headers: { "content-type": "application/json" },
				body: JSON.stringify({ personId: counsellor }),
			}),
		);
		expect(signIn.status).toBe(200);
		const session = (await (await first.as(counsellor)("/session")).json()) as { person: { id: string } };
		expect(session.person.id).toBe(counsellor);
	});

	test("Sans personne choisie, les employeurs restent fermés", async () => {
		expect((await first.api(new Request("http://jalon.test/api/employers"))).status).toBe(401);
	});

	test("Ce que l’un consigne ne se voit pas chez l’autre", async () => {
		const before = (await (await first.as(counsellor)("/employers?limit=1")).json()) as Page;
		expect(before.total).toBeGreaterThan(10);
		const id = crypto.randomUUID();
		const added = await first.as(counsellor)("/employers", {
			method: "POST",
			headers: { "content-type": "application/json", "idempotency-key": id },
			body: JSON.stringify({
				id,
				name: "Atelier de la mise à l’essai",
				neq: null,
				sectorCode: "31-33",
				employeeCount: 8,
				advisorId: counsellor,
				phone: null,
				website: null,
				activity: null,
				establishment: { id: crypto.randomUUID(), name: null, municipalityCode: "54048", address: null, postalCode: null },
			}),
		});
		expect(added.status).toBe(201);
		const here = (await (await first.as(counsellor)("/employers?limit=1")).json()) as Page;
		const there = (await (await second.as(counsellor)("/employers?limit=1")).json()) as Page;
		expect(here.total).toBe(before.total + 1);
		expect(there.total).toBe(before.total);
	});
});
