import { beforeAll, describe, expect, it } from "vitest";
import type { FollowUp } from "#contract/follow-ups.ts";
import type { LabourNeed } from "#contract/labour-needs.ts";
import type { ToolUse } from "#contract/tool-uses.ts";
import type { VisitRow } from "#contract/visits.ts";
import { as, type Page, type Visitor } from "../support.ts";
import { filtered } from "./finding.ts";

let advisor: Visitor;
let today: string;
beforeAll(async () => {
	advisor = await as("advisor");
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});

const rows = async <T>(path: string) => (await advisor.get<Page<T>>(path)).body.items;

describe("sans tri demandé", () => {
	it("les suivis à faire commencent par ce qui est dû en premier", async () => {
		const days = (await rows<FollowUp>("/follow-ups?limit=200&filter=done==false")).map(({ dueOn }) => dueOn);
		expect(days.length).toBeGreaterThan(3);
		expect(days).toEqual([...days].sort());
	});

	it("les usages d’outils commencent par les plus récents", async () => {
		const days = (await rows<ToolUse>("/tool-uses?limit=200")).map(({ occurredOn }) => occurredOn);
		expect(days.length).toBeGreaterThan(3);
		expect(days).toEqual([...days].sort().reverse());
	});

	it("les besoins commencent par les derniers consignés", async () => {
		const days = (await rows<LabourNeed>("/labour-needs?limit=200")).map(({ recordedOn }) => recordedOn);
		expect(days.length).toBeGreaterThan(3);
		expect(days).toEqual([...days].sort().reverse());
	});

	it("les visites commencent par les plus récentes et nomment employeurs et équipe", async () => {
		const visits = await rows<VisitRow>("/visits?limit=100");
		const days = visits.map(({ occurredOn }) => occurredOn);
		expect(days.length).toBeGreaterThan(3);
		expect(days).toEqual([...days].sort().reverse());
		// A partner's visit has no employer.
		expect(visits.every(({ employers, partner, advisers }) => (employers[0]?.employerName || partner) && advisers.length > 0)).toBe(true);
	});
});

describe("ce que les écrans demandent", () => {
	it("est en retard ce qui n’est pas fait et était dû avant aujourd’hui", async () => {
		const late = await rows<FollowUp>("/follow-ups?limit=500&filter=late==true");
		expect(late.length).toBeGreaterThan(0);
		expect(late.every(({ doneOn, dueOn }) => doneOn === null && dueOn < today)).toBe(true);
		const notLate = await rows<FollowUp>("/follow-ups?limit=500&filter=late==false;done==false");
		expect(notLate.every(({ dueOn }) => dueOn >= today)).toBe(true);
	});

	it.each(["/labour-needs", "/follow-ups", "/tool-uses"])("%s se filtre par employeur", async (path) => {
		const [first] = await rows<{ employerId: string }>(`${path}?limit=1`);
		const { body } = await advisor.get<Page<{ employerId: string }>>(filtered(path, `employerId==${first?.employerId}`, { limit: "500" }));
		expect(body.total).toBeGreaterThan(0);
		expect(body.items.every(({ employerId }) => employerId === first?.employerId)).toBe(true);
	});

	it("les visites se filtrent par employeur, par personne, par état et par date", async () => {
		const [visit] = await rows<VisitRow>("/visits?limit=1&filter=status=in=(draft,completed,locked)");
		const parts = [
			`employerId==${visit?.employers[0]?.employerId}`,
			`adviserId==${visit?.advisers[0]?.personId}`,
			`status==${visit?.status}`,
			`occurredOn=ge=${visit?.occurredOn}`,
			`mode==${visit?.mode}`,
		];
		const found = await rows<VisitRow>(filtered("/visits", parts.join(";"), { limit: "100" }));
		expect(found.map(({ id }) => id)).toContain(visit?.id);
	});

	it("un besoin ouvert a des postes à combler", async () => {
		const open = await rows<LabourNeed>("/labour-needs?limit=200&sort=-openPosts&filter=open==true");
		const posts = open.map(({ openPosts }) => openPosts);
		expect(posts.length).toBeGreaterThan(0);
		expect(posts).toEqual([...posts].sort((one, other) => other - one));
		expect(posts.at(-1)).toBeGreaterThan(0);
	});

	it("une profession se trouve par son code et par un mot de son titre, sans accents", async () => {
		const occupation = (await advisor.get<{ items: { code: string; labelFr: string }[] }>("/occupations")).body.items[0];
		const search = async (q: string) =>
			(await advisor.get<{ items: { code: string }[] }>(`/occupations?${new URLSearchParams({ q })}`)).body.items.map(({ code }) => code);
		const word = /\p{L}{5,}/u.exec(occupation?.labelFr ?? "")?.[0] ?? "";
		expect(await search(occupation?.code ?? "")).toEqual([occupation?.code]);
		expect(await search(word.normalize("NFD").replace(/\p{Diacritic}/gu, ""))).toContain(occupation?.code);
		const { body } = await advisor.get<{ items: { code: string }[] }>(`/occupations?codes=${occupation?.code}`);
		expect(body.items.map(({ code }) => code)).toEqual([occupation?.code]);
	});
});
