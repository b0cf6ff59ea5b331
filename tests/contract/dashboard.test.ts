import { beforeAll, describe, expect, it } from "vitest";
import type { Dashboard } from "#contract/dashboard.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

let manager: Visitor;
let dashboard: Dashboard;
const read = async (visitor: Visitor) => (await visitor.get<Dashboard>("/dashboard")).body;

beforeAll(async () => {
	manager = await as("manager");
	dashboard = await read(manager);
});

describe("le tableau de bord", () => {
	it("donne une part de passage entre 0 et 1, ou rien sous cinq dossiers, et rien à la dernière étape", () => {
		for (const { conversion } of dashboard.funnel) if (conversion !== null) expect(conversion >= 0 && conversion <= 1).toBe(true);
		expect(dashboard.funnel.some(({ conversion }) => conversion !== null)).toBe(true);
		expect(dashboard.funnel.at(-1)?.conversion).toBeNull();
	});

	it("présente la charge des personnes par nom, sans classement", async () => {
		const { body } = await manager.get<{ people: { id: string; name: string }[] }>("/reference");
		const names = dashboard.people.map(({ personId }) => body.people.find(({ id }) => id === personId)?.name ?? "");
		expect(names.length).toBeGreaterThanOrEqual(6);
		expect(names).toEqual([...names].sort(new Intl.Collator("fr").compare));
	});

	it("bouge quand un besoin et un suivi en retard sont consignés", async () => {
		const advisor = await as("advisor");
		const before = await read(advisor);
		const counted = (await advisor.get<{ openPosts: number; lateFollowUps: number; employers: number }>("/navigation-counts")).body;
		const { id: employerId } = await addEmployer(advisor);
		const empty = {
			permanence: null,
			startOn: null,
			hourlyWageCents: null,
			frenchLevel: null,
			schedule: null,
			requirements: null,
			vacantMonths: null,
			localEfforts: null,
		};
		await advisor.post("/labour-needs", { id: newId(), employerId, occupationCode: "72106", posts: 7, ...empty });
		await advisor.post("/follow-ups", {
			id: newId(),
			employerId,
			kind: "call",
			title: "Rappeler la direction",
			ownerId: advisor.person?.id,
			dueOn: "2021-04-01",
		});
		const after = await read(advisor);
		expect(after.openPosts - before.openPosts).toBe(7);
		expect(after.openNeeds.value - before.openNeeds.value).toBe(1);
		expect(after.lateFollowUps.value - before.lateFollowUps.value).toBe(1);
		expect((await advisor.get("/navigation-counts")).body).toMatchObject({
			employers: counted.employers + 1,
			openPosts: counted.openPosts + 7,
			lateFollowUps: counted.lateFollowUps + 1,
		});
	});

	it("compte dans la navigation mes suivis en retard, ou ceux de la région pour la gestion", async () => {
		const advisor = await as("advisor");
		const late = async (visitor: Visitor, own: string) => (await visitor.get<Page>(`/follow-ups?limit=1&filter=late==true${own}`)).body.total;
		expect((await advisor.get("/navigation-counts")).body.lateFollowUps).toBe(await late(advisor, `;ownerId==${advisor.person?.id}`));
		expect((await manager.get("/navigation-counts")).body.lateFollowUps).toBe(await late(manager, ""));
	});

	it("reste fermé à qui n’accompagne pas les employeurs", async () => {
		for (const role of ["integrationAgent", "auditor", "administrator"] as const) {
			const visitor = await as(role);
			expect((await visitor.get("/dashboard")).status).toBe(403);
			expect((await visitor.get("/navigation-counts")).status).toBe(403);
		}
	});
});
