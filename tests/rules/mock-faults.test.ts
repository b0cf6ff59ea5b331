import { describe, expect, test } from "vitest";
import { type Fault, withFault } from "../../mocks/faults.ts";

const home = "http://jalon.test/api";
const reached: Request[] = [];
const answer = async (request: Request) => {
	reached.push(request);
	return new Response("{}");
};
const send = (fault: Fault, path: string, init?: RequestInit) => {
	reached.length = 0;
	return withFault(fault, new Request(`${home}${path}`, init), answer);
};

describe("Les pannes simulées", () => {
	test("Sans panne, la demande passe telle quelle", async () => {
		expect((await send("aucune", "/employers")).status).toBe(200);
		expect(reached).toHaveLength(1);
	});

	test("Quand tout échoue, la page garde son cadre mais aucune liste ne répond", async () => {
		const failed = await send("erreur", "/employers");
		expect(failed.status).toBe(500);
		expect(failed.headers.get("content-type")).toContain("application/problem+json");
		expect(reached).toHaveLength(0);
		for (const path of ["/session", "/session/people", "/reference"]) expect((await send("erreur", path)).status).toBe(200);
	});

	test("Le message d’une panne est dans la langue de la personne", async () => {
		const french = (await (await send("erreur", "/visites", { headers: { "accept-language": "fr-CA" } })).json()) as { title: string };
		const english = (await (await send("erreur", "/visites", { headers: { "accept-language": "en" } })).json()) as { title: string };
		expect(french.title).not.toBe(english.title);
	});

	test("Une réponse sur trois échoue, pas plus", async () => {
		const statuses: number[] = [];
		for (let n = 0; n < 9; n++) statuses.push((await send("parfois", "/visits")).status);
		expect(statuses.filter((status) => status === 500)).toHaveLength(3);
	});

	test("Quand rien ne s’enregistre, on lit encore et on peut se connecter", async () => {
		expect((await send("ecritures", "/employers", { method: "POST", body: "{}" })).status).toBe(500);
		expect((await send("ecritures", "/employers")).status).toBe(200);
		expect((await send("ecritures", "/session", { method: "POST", body: "{}" })).status).toBe(200);
	});

	test("Quand quelqu’un a modifié avant nous, la modification part avec une version que personne n’a", async () => {
		await send("conflit", "/employers/1", { method: "PATCH", body: '{"name":"Scierie"}', headers: { "if-match": '"3"' } });
		expect(reached[0]?.headers.get("if-match")).toBe('"999999999"');
		expect(await reached[0]?.text()).toBe('{"name":"Scierie"}');
	});

	test("Hors ligne, la demande n’arrive nulle part", async () => {
		expect((await send("horsligne", "/session")).type).toBe("error");
		expect(reached).toHaveLength(0);
	});
});
