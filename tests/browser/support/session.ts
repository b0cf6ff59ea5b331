import type { APIRequestContext, Page } from "playwright";
import type { SessionPerson } from "#contract/session.ts";
import { readApi } from "./api.ts";
import { expect } from "./visitor.ts";

type Role = SessionPerson["role"];

type People = { items: SessionPerson[] };

function firstOf({ items }: People, role: Role): SessionPerson {
	const person = items.find((one) => one.role === role);
	if (!person) throw new Error(`Nobody of role ${role} may sign in here.`);
	return person;
}

/** The first demonstration person of this role, in the order of the sign-in page. */
export const personOf = async (page: Page, role: Role): Promise<SessionPerson> => firstOf(await readApi<People>(page, "/session/people"), role);

/** Without passing by the sign-in page, where the door is not what is judged. A home with a server only. */
export async function signInAs(request: APIRequestContext, role: Role): Promise<SessionPerson> {
	const person = firstOf((await (await request.get("/api/session/people")).json()) as People, role);
	expect((await request.post("/api/session", { data: { personId: person.id } })).status()).toBe(200);
	return person;
}

/** At the sign-in page: chooses a person and waits for the first page. */
export async function signIn(page: Page, role: Role): Promise<SessionPerson> {
	await expect(page.getByRole("heading", { level: 1, name: "Ouvrir une session" })).toBeVisible({ timeout: 180_000 });
	const person = await personOf(page, role);
	await page.getByRole("button", { name: person.name }).click();
	await expect(page.getByRole("button", { name: `Menu de ${person.name}` })).toBeVisible();
	return person;
}

export async function signOut(page: Page, person: SessionPerson) {
	await page.getByRole("button", { name: `Menu de ${person.name}` }).click();
	await page.getByRole("menuitem", { name: "Fermer la session" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Ouvrir une session" })).toBeVisible();
}
