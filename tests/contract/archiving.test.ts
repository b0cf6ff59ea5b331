import { beforeAll, describe, expect, it } from "vitest";
import type { Employer } from "#contract/employers.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string }[] };
type Reply = Employer & Problem;

let advisor: Visitor;
let colleague: Visitor;
let today = "";
beforeAll(async () => {
	[advisor, colleague] = await Promise.all([as("advisor"), as("advisor", 1)]);
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});

const read = async (id: string) => (await advisor.get<Employer>(`/employers/${id}`)).body;
const archive = async (id: string, body: Record<string, unknown>, who = advisor) =>
	who.post<Reply>(`/employers/${id}/archiving`, body, { ifMatch: (await read(id)).version });
const found = async (name: string, filter = "") =>
	(await advisor.get<Page>(`/employers?q=${encodeURIComponent(name)}${filter && `&filter=${encodeURIComponent(filter)}`}`)).body.total;
const counts = async () => (await advisor.get<{ employers: number; supportCases: number; openPosts: number }>("/navigation-counts")).body;

/** With an open case, an open follow-up and an open need. */
async function busyEmployer() {
	const employer = await addEmployer(advisor);
	const supportCase = { id: newId(), employerId: employer.id, advisorId: null, openedOn: today };
	await advisor.post("/support-cases", supportCase);
	const followUp = { id: newId(), employerId: employer.id, kind: "call", title: "Rappeler", ownerId: advisor.person?.id, dueOn: today };
	await advisor.post("/follow-ups", followUp);
	const none = {
		permanence: "permanent",
		startOn: null,
		hourlyWageCents: null,
		frenchLevel: null,
		schedule: null,
		requirements: null,
		vacantMonths: null,
		localEfforts: null,
	};
	await advisor.post("/labour-needs", { id: newId(), employerId: employer.id, occupationCode: "94140", posts: 3, ...none });
	return { ...employer, supportCase: supportCase.id, followUp: followUp.id };
}

describe("archiver un employeur", () => {
	it("demande ce que deviennent le dossier et les suivis ouverts, ferme tout ensemble, et se reprend d’un coup", async () => {
		const employer = await busyEmployer();
		const before = await counts();
		expect((await archive(employer.id, { reason: "businessClosed" })).body.code).toBe("follow-ups-open");
		const followUps = [{ id: employer.followUp, becomes: "done", outcome: "Plus d’activité" }];
		expect((await archive(employer.id, { reason: "businessClosed", followUps })).body).toMatchObject({ code: "cases-open", errors: [{ path: "closeReason" }] });
		const given = await archive(employer.id, {
			reason: "businessClosed",
			closeReason: "employerClosed",
			followUps: [{ id: employer.followUp, becomes: "given", ownerId: colleague.person?.id }],
		});
		expect(given.status).toBe(400);
		expect((await archive(employer.id, { reason: "boredom" })).body.errors?.[0]).toMatchObject({ path: "reason", code: "code" });
		expect(await counts()).toEqual(before);

		const key = newId();
		const { status, body } = await advisor.post<Reply>(
			`/employers/${employer.id}/archiving`,
			{ reason: "businessClosed", closeReason: "abandoned", followUps },
			{ ifMatch: (await read(employer.id)).version, key },
		);
		expect([status, body.code]).toEqual([200, undefined]);
		expect(body).toMatchObject({ archivedOn: today, archiveReason: "businessClosed", archivedBy: advisor.person?.id, openPosts: 0, stage: null });
		expect(body.can).toEqual({ update: false, archive: false, unarchive: true });
		expect(await counts()).toMatchObject({ employers: before.employers - 1, supportCases: before.supportCases - 1, openPosts: before.openPosts - 3 });
		expect((await advisor.get(`/support-cases/${employer.supportCase}`)).body).toMatchObject({
			closeReason: "abandoned",
			closedOn: today,
			can: { reopen: false },
		});
		expect((await advisor.get(`/follow-ups/${employer.followUp}`)).body).toMatchObject({ doneOn: today, outcome: "Plus d’activité" });

		expect((await advisor.post(`/batches/${key}/undo`, undefined)).status).toBe(200);
		expect(await counts()).toEqual(before);
		expect(await read(employer.id)).toMatchObject({ archivedOn: null, stage: "toContact", openPosts: 3, can: { update: true, archive: true } });
	});

	it("l’enlève des listes, de la recherche et du tableau, mais pas de la facette qui le montre ; sa fiche se lit, rien ne s’y écrit", async () => {
		const employer = await addEmployer(advisor);
		const supportCase = newId();
		await advisor.post("/support-cases", { id: supportCase, employerId: employer.id, advisorId: null, openedOn: today });
		const facet = async () =>
			(await advisor.get<{ archived: { value: string; count: number }[] }>(`/employers/facets?fields=archived&q=${encodeURIComponent(employer.name)}`)).body
				.archived;
		expect(await facet()).toEqual([{ value: "false", count: 1 }]);
		const all = await advisor.get<Page>("/employers?limit=1");
		expect((await archive(employer.id, { reason: "duplicate", closeReason: "abandoned" })).status).toBe(200);
		expect((await advisor.get<Page>("/employers?limit=1")).body.total).toBe(all.body.total - 1);
		expect([await found(employer.name), await found(employer.name, "archived==true"), await found(employer.name, "archived==false")]).toEqual([0, 1, 0]);
		expect(await facet()).toEqual([{ value: "true", count: 1 }]);
		const board = await advisor.get<{ columns: { total: number }[] }>(`/support-cases/board?q=${encodeURIComponent(employer.name)}`);
		expect(board.body.columns.reduce((sum, { total }) => sum + total, 0)).toBe(0);
		expect((await advisor.get<Page>(`/support-cases?filter=employerId==${employer.id}`)).body.total).toBe(1);

		const patch = await advisor.patch<Problem>(`/employers/${employer.id}`, { activity: "Autre" }, { ifMatch: (await read(employer.id)).version });
		const open = await advisor.post<Problem>("/support-cases", { id: newId(), employerId: employer.id, advisorId: null, openedOn: today });
		const visit = await advisor.post<Problem>("/visits", {
			id: newId(),
			status: "draft",
			employerIds: [employer.id],
			adviserIds: [advisor.person?.id],
			mode: "onSite",
			occurredOn: today,
		});
		expect([patch, open, visit].map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([422, "employer-archived"]));

		const back = await advisor.post<Reply>(`/employers/${employer.id}/unarchiving`, undefined, { ifMatch: (await read(employer.id)).version });
		expect(back.body).toMatchObject({ archivedOn: null, archiveReason: null, archivedBy: null, stage: null });
		expect(await found(employer.name)).toBe(1);
		expect((await advisor.get<Page>("/employers?limit=1")).body.total).toBe(all.body.total);
		expect((await advisor.post<Problem>(`/employers/${employer.id}/unarchiving`, undefined, { ifMatch: back.body.version })).body.code).toBe("not-archived");
	});
});
