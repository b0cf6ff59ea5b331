import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { loadDemonstration } from "../../src/server/demo.ts";
import { dayOfMeasure } from "./day.ts";
import { type Home, openHome } from "./home.ts";
import { questions } from "./requests.ts";

/**
 * Everything that a request sends is counted: who has the session, who calls, what the transaction is told, and what is asked.
 * BEGIN and COMMIT are not: they read nothing, and PGlite sends them by itself.
 */
const limits = { list: 4, dashboard: 6, day: 11, summary: 30 };

const lists = ["/employers", "/support-cases", "/labour-needs", "/visits", "/follow-ups", "/tool-uses", "/portal-accounts", "/partners", "/referrals"];
const hard = ["?limit=500", "?limit=10&offset=20", "?limit=10&offset=9999999", "?q=la+ferme", "?q=introuvable"];

describe.each(["embedded", "postgres"] as const)("sur %s", (kind) => {
	let home: Home;
	beforeAll(async () => {
		home = await (kind === "embedded"
			? openHome("prepared", (opened) => loadDemonstration(opened, dayOfMeasure))
			: openHome({ databaseUrl: inject("grownDatabase") }));
		await home.signIn("manager");
	});
	afterAll(() => home.close());

	const statements = async (path: string) => (await home.statementsOf(path)).map(({ sql }) => sql.replace(/\s+/g, " ").slice(0, 100));

	test("une page de liste, cherchée, filtrée, triée ou poursuivie, demande au plus quatre requêtes SQL", async () => {
		const asked = Object.values(await questions(home)).filter((path) => /^\/[a-z-]+(\?|$)/.test(path));
		const tooMany: Record<string, string[]> = {};
		for (const path of [...asked, ...lists.flatMap((list) => ["", ...hard].map((query) => `${list}${query}`))]) {
			const sent = await statements(path);
			if (sent.length > limits.list) tooMany[path] = sent;
		}
		expect(tooMany).toEqual({});
	});

	test("les comptes des facettes demandent au plus quatre requêtes SQL", async () => {
		expect((await statements("/employers/facets?fields=stage,mrcCode,sectorCode,advisorId,portal")).length).toBeLessThanOrEqual(limits.list);
	});

	test("le tableau de bord et le tableau des dossiers demandent au plus trente requêtes SQL", async () => {
		for (const period of ["", "?asOf=2026-10-15", "?fiscalYear=2025-2026"])
			expect((await statements(`/dashboard${period}`)).length).toBeLessThanOrEqual(limits.dashboard);
		expect((await statements("/support-cases/board")).length).toBeLessThanOrEqual(limits.summary);
	});

	test("ma journée se lit en onze requêtes SQL, une par liste et trois pour savoir qui demande", async () => {
		expect((await statements("/my-day")).length).toBeLessThanOrEqual(limits.day);
	});

	test("les alertes se comptent en deux requêtes SQL, et le résumé du jour se lit en quatre, quel que soit leur nombre", async () => {
		expect((await statements("/digest/count")).length).toBeLessThanOrEqual(limits.list + 1);
		expect((await statements("/digest")).length).toBeLessThanOrEqual(limits.list + 3);
	});

	test("ce qu’un appareil garde se lit en dix requêtes SQL, quel que soit le nombre d’employeurs", async () => {
		expect((await statements("/my-portfolio?limit=2")).length).toBeLessThanOrEqual(limits.day);
		expect(await statements("/my-portfolio?limit=250")).toEqual(await statements("/my-portfolio?limit=2"));
	});

	test("chercher partout demande une requête SQL, et trois pour savoir qui demande", async () => {
		expect((await statements("/search?q=soudure")).length).toBeLessThanOrEqual(limits.list);
	});

	test("une profession se cherche en une requête SQL, deux de plus quand rien n’a ces mots, et trois pour savoir qui demande", async () => {
		expect((await statements("/occupations?q=soudeuse")).length).toBeLessThanOrEqual(limits.list);
		expect((await statements("/occupations?q=souduer")).length).toBeLessThanOrEqual(limits.list + 2);
	});

	test("dix fois plus de lignes ne demandent pas une requête SQL de plus", async () => {
		for (const list of lists) expect(await statements(`${list}?limit=100`)).toEqual(await statements(`${list}?limit=10`));
	});
});
