import { beforeAll, expect, it } from "vitest";
import { newId } from "../support.ts";
import { findGround, type Ground, type Problem, pathsOf, visitBody } from "./finding.ts";

let ground: Ground;
beforeAll(async () => {
	ground = await findGround();
});

const need = (fields: Record<string, unknown>) => ({
	report: { needs: [{ id: newId(), occupationCode: ground.occupations[0]?.code, posts: 1, ...fields }] },
});

const bad: [title: string, fields: () => Record<string, unknown>, path: string, code: string][] = [
	["un champ inconnu", () => ({ motDePasse: "x" }), "motDePasse", "unknown-field"],
	["un champ inconnu dans le rapport", () => ({ report: { motDePasse: "x" } }), "report.motDePasse", "unknown-field"],
	["un champ qui manque", () => ({ mode: undefined }), "mode", "required"],
	["un nombre là où il faut un texte", () => ({ headline: 12 }), "headline", "wrong-type"],
	["un texte là où il faut une liste", () => ({ employerIds: "a" }), "employerIds", "wrong-type"],
	["des postes en lettres", () => need({ posts: "douze" }), "report.needs.0.posts", "wrong-type"],
	["un demi-poste", () => need({ posts: 1.5 }), "report.needs.0.posts", "whole-number"],
	["aucun poste", () => need({ posts: 0 }), "report.needs.0.posts", "too-small"],
	["une immensité de postes", () => need({ posts: 1e300 }), "report.needs.0.posts", "too-large"],
	["un caractère nul", () => ({ headline: "A\u0000B" }), "headline", "forbidden-characters"],
	["un demi-caractère", () => ({ headline: "A\uD800" }), "headline", "forbidden-characters"],
	["un renversement de texte", () => ({ summary: "A\u202EB" }), "summary", "forbidden-characters"],
	["une ligne qui en fait deux", () => ({ headline: "A\nB" }), "headline", "one-line"],
	["une ligne trop longue", () => ({ headline: "x".repeat(301) }), "headline", "too-long"],
	["le 30 février", () => ({ occurredOn: "2021-02-30" }), "occurredOn", "date"],
	["l’infini comme date", () => ({ occurredOn: "infinity" }), "occurredOn", "date"],
	["une date sans zéros", () => ({ occurredOn: "2021-2-3" }), "occurredOn", "date"],
	["un identifiant qui n’en est pas un", () => ({ employerIds: ["abc"] }), "employerIds.0", "id"],
	["aucun employeur", () => ({ employerIds: [] }), "employerIds", "required"],
	["un employeur inconnu", () => ({ employerIds: [newId()] }), "employerIds.0", "unknown-reference"],
	["un mode inconnu", () => ({ mode: "pigeon" }), "mode", "code"],
	["une profession inconnue", () => need({ occupationCode: "00000" }), "report.needs.0.occupationCode", "unknown-reference"],
];

it.each(bad)("%s : le champ est nommé, en mots, et rien n’est écrit", async (_, fields, path, code) => {
	const body = visitBody(ground, fields());
	const { status, body: refused } = await ground.advisor.post<Problem>("/visits", body);
	expect([status, refused.errors?.map((error) => [error.path, error.code])]).toEqual([400, [[path, code]]]);
	expect(refused.errors?.[0]?.message).toMatch(/^\p{Lu}.*\.$/u);
	expect((await ground.advisor.get(`/visits/${body.id}`)).status).toBe(404);
});

it("Tout ce qui est à corriger est dit d’un coup", async () => {
	const { body } = await ground.advisor.post<Problem>("/visits", visitBody(ground, { occurredOn: "hier", headline: 1, motDePasse: "x" }));
	expect(pathsOf(body).sort()).toEqual(["headline", "motDePasse", "occurredOn"]);
});

it("Une valeur refusée l’est en anglais pour qui lit l’anglais", async () => {
	const body = visitBody(ground, { occurredOn: "2021-02-30" });
	const inLanguage = (language: string) => ground.advisor.post<Problem>("/visits", body, { headers: { "accept-language": language } });
	const [french, english] = [(await inLanguage("fr-CA")).body, (await inLanguage("en-CA")).body];
	expect(english.title).not.toBe(french.title);
	expect(english.errors?.[0]?.message).not.toBe(french.errors?.[0]?.message);
});

it("Seul du JSON lisible, d’un mégaoctet au plus, est reçu", async () => {
	const send = (rawBody: string, type = "application/json") =>
		ground.advisor.send<Problem>("POST", "/visits", { rawBody, headers: { "content-type": type } }).then(({ status, body }) => [status, body.code]);
	expect(await send("headline=a", "application/x-www-form-urlencoded")).toEqual([415, "wrong-content-type"]);
	expect(await send("{}", "text/plain")).toEqual([415, "wrong-content-type"]);
	expect(await send(JSON.stringify({ headline: "x".repeat(1_000_001) }))).toEqual([413, "body-too-large"]);
	expect(await send("{")).toEqual([400, "invalid-input"]);
	expect(await send("[]")).toEqual([400, "invalid-input"]);
	expect(await send("null")).toEqual([400, "invalid-input"]);
});

it("Un texte est gardé sans ses espaces de trop, ses accents composés", async () => {
	const { status, body } = await ground.advisor.post("/visits", visitBody(ground, { headline: "  E\u0301rablie\u0300re  " }));
	expect([status, body.headline]).toEqual([201, "Érablière"]);
});
