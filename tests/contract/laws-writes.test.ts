import { beforeAll, describe, expect, it } from "vitest";
import type { EndpointDefinition, Role } from "#contract/endpoint.ts";
import { endpoints } from "#contract/endpoints.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string; message: string }[]; current?: { version: number; name?: string } };

/** One's own account is each one's to change; and of what carries a password nothing is kept, so that it has no key (accounts.test.ts). */
const writes = endpoints
	.filter(({ method, roles, secret }) => method !== "GET" && roles !== "everyone" && roles !== "signedIn" && !secret)
	.map((endpoint) => ({ id: endpoint.id, endpoint }));
const address = ({ path }: EndpointDefinition) => path.replace(/\{\w+\}/g, newId());

let advisor: Visitor;
beforeAll(async () => {
	advisor = await as("advisor");
});

const rename = (employer: { id: string; version: number }, name: string, key?: string) =>
	advisor.patch<Problem & { name: string; version: number }>(`/employers/${employer.id}`, { name }, { ifMatch: employer.version, ...(key ? { key } : {}) });

describe.each(writes)("l’écriture $id", ({ endpoint }) => {
	const ifMatch = endpoint.ifMatch ? { ifMatch: 1 } : {};
	/** What is asked of a body is asked where there is one. */
	const withBody = (title: string, test: () => Promise<void>) => {
		if (endpoint.body) it(title, test);
	};
	let allowed: Visitor;
	beforeAll(async () => {
		const { roles } = endpoint;
		allowed = roles === "everyone" || roles === "signedIn" || roles.includes("advisor") ? advisor : await as(roles[0] as Role);
	});

	it("demande une clé d’idempotence", async () => {
		const { status, body } = await allowed.send<Problem>(endpoint.method, address(endpoint), { body: {}, ...ifMatch, headers: { "idempotency-key": "" } });
		expect(status).toBe(400);
		expect(body.code).toBe("invalid-input");
	});

	withBody("refuse un autre type de contenu que le JSON", async () => {
		const { status, body } = await allowed.send<Problem>(endpoint.method, address(endpoint), {
			rawBody: "name=a",
			...ifMatch,
			headers: { "content-type": "application/x-www-form-urlencoded" },
		});
		expect([status, body.code]).toEqual([415, "wrong-content-type"]);
	});

	withBody("nomme un champ inconnu", async () => {
		const { status, body } = await allowed.send<Problem>(endpoint.method, address(endpoint), { body: { motDePasse: "x" }, ...ifMatch });
		expect(status).toBe(400);
		expect(body.errors).toContainEqual({ path: "motDePasse", code: "unknown-field", message: "Ce champ n’existe pas." });
	});

	withBody("refuse plus de 1 Mo et un JSON illisible", async () => {
		const big = await allowed.send<Problem>(endpoint.method, address(endpoint), { rawBody: JSON.stringify({ name: "x".repeat(1_000_001) }), ...ifMatch });
		expect([big.status, big.body.code]).toEqual([413, "body-too-large"]);
		const broken = await allowed.send<Problem>(endpoint.method, address(endpoint), { rawBody: "{", ...ifMatch });
		expect([broken.status, broken.body.errors?.[0]?.code]).toEqual([400, "json"]);
	});

	it("est refusée à qui ne fait que vérifier", async () => {
		expect((await (await as("auditor")).send(endpoint.method, address(endpoint), { body: {}, ...ifMatch })).status).toBe(403);
	});
});

describe("une modification", () => {
	it("dit la version qu’elle a lue, sinon 428", async () => {
		const employer = await addEmployer(advisor);
		const { status, body } = await advisor.patch<Problem>(`/employers/${employer.id}`, { name: "Sans version" });
		expect([status, body.code]).toEqual([428, "precondition-required"]);
	});

	it("d’une fiche changée entre-temps est refusée et montre la fiche actuelle, inchangée", async () => {
		const employer = await addEmployer(advisor);
		expect((await rename(employer, "Premier nom")).status).toBe(200);
		const { status, body } = await rename(employer, "Second nom");
		expect([status, body.code, body.current?.name]).toEqual([412, "version-mismatch", "Premier nom"]);
		expect((await advisor.get(`/employers/${employer.id}`)).body.name).toBe("Premier nom");
	});

	it("porte sa version dans l’en-tête ETag", async () => {
		const employer = await addEmployer(advisor);
		const { headers, body } = await rename(employer, "Avec étiquette");
		expect(headers.get("etag")).toBe(`"${body.version}"`);
		expect(body.version).toBe(employer.version + 1);
	});

	it("de l’employeur d’une collègue est refusée sans rien changer", async () => {
		const employer = await addEmployer(await as("advisor", 1));
		const before = await advisor.get(`/employers/${employer.id}`);
		expect((await rename(employer, "Pris")).status).toBe(403);
		expect((await advisor.get(`/employers/${employer.id}`)).body).toEqual(before.body);
	});
});

describe("une demande répétée", () => {
	it("n’écrit qu’une fois et répond la même chose", async () => {
		const employer = await addEmployer(advisor);
		const key = newId();
		const first = await rename(employer, "Une seule fois", key);
		const second = await rename(employer, "Une seule fois", key);
		expect(second.body).toEqual(first.body);
		expect(second.status).toBe(200);
		expect((await advisor.get<{ version: number }>(`/employers/${employer.id}`)).body.version).toBe(employer.version + 1);
	});

	it("avec un autre contenu, ou par une autre personne, est refusée (409)", async () => {
		const employer = await addEmployer(advisor);
		const key = newId();
		await rename(employer, "Contenu un", key);
		const other = await rename(employer, "Contenu deux", key);
		expect([other.status, other.body.code]).toEqual([409, "key-reused"]);
		const manager = await as("manager");
		const stranger = await manager.patch<Problem>(`/employers/${employer.id}`, { name: "Contenu un" }, { ifMatch: employer.version, key });
		expect([stranger.status, stranger.body.code]).toEqual([409, "key-reused"]);
	});

	it("d’une création porte l’identifiant de ce qui est créé", async () => {
		const { status, body } = await advisor.post<Problem>(
			"/contacts",
			{ id: newId(), employerId: newId(), name: "A", jobTitle: null, phone: null, phoneExtension: null, email: null, isPrimary: false },
			{ key: newId() },
		);
		expect([status, body.errors?.[0]?.code]).toEqual([400, "key-is-id"]);
	});
});

describe("une mauvaise valeur est refusée avec le nom du champ", () => {
	const cases: [string, Record<string, unknown>, string, string][] = [
		["un NEQ trop court", { neq: "114422" }, "neq", "neq"],
		["un NEQ de préfixe inconnu", { neq: "9944223344" }, "neq", "neq"],
		["un nom vide", { name: "   " }, "name", "required"],
		["un nom sur deux lignes", { name: "A\nB" }, "name", "one-line"],
		["un caractère nul", { name: "A\u0000B" }, "name", "forbidden-characters"],
		["un demi-caractère", { name: "A\uD800" }, "name", "forbidden-characters"],
		["un renversement de texte", { name: "A\u202EB" }, "name", "forbidden-characters"],
		["un effectif négatif", { employeeCount: -1 }, "employeeCount", "too-small"],
		["un effectif décimal", { employeeCount: 1.5 }, "employeeCount", "whole-number"],
		["un effectif en lettres", { employeeCount: "douze" }, "employeeCount", "wrong-type"],
		["un effectif immense", { employeeCount: 1e300 }, "employeeCount", "too-large"],
		["un secteur inconnu", { sectorCode: "00" }, "sectorCode", "unknown-reference"],
		["un téléphone incomplet", { phone: "450 555" }, "phone", "phone"],
		["une conseillère inconnue", { advisorId: newId() }, "advisorId", "unknown-reference"],
		["un nom de 201 caractères", { name: "x".repeat(201) }, "name", "too-long"],
	];
	it.each(cases)("%s", async (_, fields, path, code) => {
		const employer = await addEmployer(advisor);
		const { status, body } = await advisor.patch<Problem>(`/employers/${employer.id}`, fields, { ifMatch: employer.version });
		expect(status).toBe(400);
		expect(body.errors?.map((error) => [error.path, error.code])).toContainEqual([path, code]);
		expect(body.errors?.[0]?.message).not.toMatch(/^[a-z-]+$/);
		expect((await advisor.get<{ version: number }>(`/employers/${employer.id}`)).body.version).toBe(employer.version);
	});

	it.each(["2021-02-30", "infinity", "now", "epoch", "J2459580", "2021-2-3", "", "20210203"])("la date « %s »", async (dueOn) => {
		const employer = await addEmployer(advisor);
		const { status, body } = await advisor.post<Problem>("/follow-ups", {
			id: newId(),
			employerId: employer.id,
			kind: "call",
			title: "Rappeler",
			ownerId: advisor.person?.id,
			dueOn,
		});
		expect(status).toBe(400);
		expect(body.errors?.[0]).toMatchObject({ path: "dueOn", code: "date" });
	});

	it("en anglais pour qui lit l’anglais", async () => {
		const employer = await addEmployer(advisor);
		const { body } = await advisor.patch<Problem & { title: string }>(
			`/employers/${employer.id}`,
			{ neq: "1" },
			{ ifMatch: employer.version, headers: { "accept-language": "en-CA" } },
		);
		expect(body.title).toBe("Some values need correcting.");
	});
});

describe("un employeur", () => {
	it("normalise ce qui est tapé : NEQ avec espaces, téléphone, espaces autour du nom, accents composés", async () => {
		const neq = `11${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`;
		const employer = await addEmployer(advisor, {
			name: "  E\u0301rablière d’essai ",
			neq: neq.replace(/^(\d{4})(\d{4})/, "$1 $2\u00A0"),
			phone: "(450) 555-0123",
		});
		const { body } = await advisor.get(`/employers/${employer.id}`);
		expect(body).toMatchObject({ name: "Érablière d’essai", neq, phone: "+14505550123" });
	});

	it("ne peut pas porter le NEQ d’un autre de la région", async () => {
		const { body } = await advisor.get<Page<{ neq: string | null }>>("/employers?limit=20");
		const neq = body.items.find((row) => row.neq)?.neq;
		const employer = await addEmployer(advisor);
		const answer = await advisor.patch<Problem>(`/employers/${employer.id}`, { neq }, { ifMatch: employer.version });
		expect([answer.status, answer.body.code, answer.body.errors?.[0]?.path]).toEqual([409, "neq-taken", "neq"]);
	});

	it("doit être établi dans un territoire de la région : Granby est en Estrie depuis 2021", async () => {
		const id = newId();
		const { status, body } = await advisor.post<Problem>("/employers", {
			id,
			name: "Granby",
			neq: null,
			sectorCode: null,
			employeeCount: null,
			advisorId: null,
			phone: null,
			website: null,
			activity: null,
			establishment: { id: newId(), name: null, municipalityCode: "47017", address: null, postalCode: null },
		});
		expect([status, body.errors?.[0]?.code]).toEqual([400, "not-your-territory"]);
		expect((await advisor.get(`/employers/${id}`)).status).toBe(404);
	});

	it("d’une autre région n’existe pas", async () => {
		const everyone = await as("advisor");
		expect((await everyone.get(`/employers/${newId()}`)).status).toBe(404);
	});
});
