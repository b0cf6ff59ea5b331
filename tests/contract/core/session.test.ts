import { expect, it } from "vitest";
import type { Session } from "#contract/session.ts";
import { as, newId, peopleOf, Visitor } from "../support.ts";
import { core, type Problem } from "./finding.ts";

it("Le service dit qu’il est en bonne santé, sans session", async () => {
	const { status, body } = await new Visitor().get("/health");
	expect([status, body]).toEqual([200, { status: "ok" }]);
});

it("On peut choisir une conseillère, une gestionnaire ou une personne qui vérifie", async () => {
	for (const role of ["advisor", "manager", "auditor"] as const) expect((await peopleOf(role)).length).toBeGreaterThan(0);
});

it("Personne n’est là avant d’ouvrir une session", async () => {
	const { status, body } = await new Visitor().get<Session>("/session");
	expect([status, body.person, body.operations]).toEqual([200, null, []]);
});

it("Ouvrir une session dit qui je suis, de quelle région, et ce que mon rôle me permet", async () => {
	const advisor = await as("advisor");
	const { body } = await advisor.get<Session>("/session");
	expect(body.person).toMatchObject({ ...advisor.person, initials: expect.stringMatching(/\S/), regionName: expect.stringMatching(/\S/) });
	expect(core.map(({ id }) => id).filter((id) => !body.operations.includes(id))).toEqual([]);
	const auditor = (await (await as("auditor")).get<Session>("/session")).body;
	expect(auditor.operations).not.toContain("listEmployers");
	expect(auditor.operations).not.toContain("createVisit");
});

it("Le témoin de session ne se lit pas dans la page et ne part pas vers un autre site", async () => {
	const person = (await peopleOf("advisor"))[0];
	const { headers } = await new Visitor().post("/session", { personId: person?.id });
	expect(headers.get("set-cookie")).toMatch(/HttpOnly/i);
	expect(headers.get("set-cookie")).toMatch(/SameSite=(Strict|Lax)/i);
});

it("Une personne inconnue n’entre pas", async () => {
	const stranger = new Visitor();
	const { status, body } = await stranger.post<Problem>("/session", { personId: newId() });
	expect([status, body.errors?.map(({ path }) => path)]).toEqual([400, ["personId"]]);
	expect((await stranger.get<Session>("/session")).body.person).toBeNull();
});

it("Fermer la session la ferme pour de bon, même pour qui garde le témoin", async () => {
	const advisor = await as("advisor");
	const cookie = advisor.cookie;
	expect((await advisor.delete("/session")).status).toBe(204);
	expect((await new Visitor().get<Session>("/session", { headers: { cookie } })).body.person).toBeNull();
	expect((await new Visitor().get("/employers", { headers: { cookie } })).status).toBe(401);
});
