import { beforeAll, describe, expect, it } from "vitest";
import { issuesOf } from "#contract/issues.ts";
import { problem } from "#contract/primitives.ts";
import { as, newId, type Page, Visitor } from "../support.ts";
import { addressOf, closedToSome, core, type Problem, type Row } from "./finding.ts";

const reads = core.filter(({ method }) => method === "GET");
const named = (list: typeof core) => list.map((endpoint) => ({ id: endpoint.id, endpoint }));
const needSession = core.filter(({ roles }) => roles !== "everyone");

let advisor: Visitor;
beforeAll(async () => {
	advisor = await as("advisor");
});

/** An address that exists: the first record of the list the operation reads from. */
async function realAddress(endpoint: (typeof core)[number]): Promise<string> {
	if (!endpoint.path.includes("{")) return endpoint.path;
	const { body } = await advisor.get<Page<Row>>(`${endpoint.path.replace(/\/\{.*/, "")}?limit=1`);
	return addressOf(endpoint, body.items[0]?.id);
}

describe.each(named(reads))("lire avec $id", ({ endpoint }) => {
	it("rend exactement la forme publiée, et demande de ne pas la garder", async () => {
		const { status, body, headers } = await advisor.get(await realAddress(endpoint));
		const read = endpoint.output.safeParse(body);
		expect([status, read.success ? [] : issuesOf(read.error).slice(0, 5)]).toEqual([200, []]);
		expect(headers.get("cache-control")).toContain("no-store");
		expect(headers.get("content-type")).toMatch(/^application\/json/);
	});
});

it.each(named(needSession))("$id ne répond pas à qui n’a pas ouvert de session", async ({ endpoint }) => {
	const { status, body } = await new Visitor().send<Problem>(endpoint.method, addressOf(endpoint), endpoint.method === "GET" ? {} : { body: {}, ifMatch: 1 });
	expect([status, body.code]).toEqual([401, "not-signed-in"]);
});

it.each(named(closedToSome))("$id est fermé à qui ne fait que vérifier", async ({ endpoint }) => {
	const { status, body } = await (await as("auditor")).send<Problem>(
		endpoint.method,
		addressOf(endpoint),
		endpoint.method === "GET" ? {} : { body: {}, ifMatch: 1 },
	);
	expect([status, body.code]).toEqual([403, "forbidden"]);
});

describe("un refus", () => {
	it.each([
		["d’une adresse inconnue", "/nulle-part"],
		["d’un employeur inconnu", `/employers/${newId()}`],
		["d’une visite inconnue", `/visits/${newId()}`],
	])("%s est un problème en mots, dans ma langue", async (_, path) => {
		const french = await advisor.get<Problem>(path);
		const english = await advisor.get<Problem>(path, { headers: { "accept-language": "en-CA" } });
		expect([french.status, french.body.code]).toEqual([404, "not-found"]);
		expect(french.headers.get("content-type")).toMatch(/^application\/problem\+json/);
		expect(french.headers.get("cache-control")).toContain("no-store");
		expect(problem.safeParse(french.body).success).toBe(true);
		expect(french.body.title).toMatch(/\p{L}+ .+\.$/u);
		expect(english.body.title).toMatch(/\p{L}+ .+\.$/u);
		expect(english.body.title).not.toBe(french.body.title);
	});

	it("ne dit rien des entrailles du service", async () => {
		const { body } = await advisor.get("/visits?filter=%00&sort='");
		expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:|at \w+ \(|select .* from/i);
	});
});
