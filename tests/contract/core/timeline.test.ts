import { beforeAll, expect, it } from "vitest";
import type { TimelineEntry } from "#contract/employer-timeline.ts";
import type { Visit } from "#contract/visits.ts";
import { newId, type Page } from "../support.ts";
import { findGround, type Ground, type Problem, visitBody } from "./finding.ts";

let ground: Ground;
let visit: Visit;
const employer = 3;
const thread = async (query = "") =>
	(await ground.advisor.get<Page<TimelineEntry> & Problem>(`/employers/${ground.employers[employer]?.id}/timeline?limit=200${query}`)).body;

beforeAll(async () => {
	ground = await findGround();
	const occupation = (await ground.advisor.get<{ items: { code: string }[] }>("/occupations")).body.items[0];
	const needs = [{ id: newId(), occupationCode: occupation?.code, posts: 3 }];
	visit = (await ground.advisor.post<Visit>("/visits", visitBody(ground, { report: { needs } }, employer))).body;
});

it("Le fil raconte la visite que je viens de consigner et le besoin qu’elle a fait connaître, les plus récents d’abord", async () => {
	const { items, total } = await thread();
	const mine = items.find(({ kind, recordId }) => kind === "visit" && recordId === visit.id);
	expect(mine).toMatchObject({ on: visit.occurredOn, title: visit.headline, people: [ground.advisor.person?.name] });
	expect(items.some(({ kind, quantity }) => kind === "labourNeed" && quantity === 3)).toBe(true);
	expect(items.length).toBe(total);
	const days = items.map(({ on }) => on);
	expect(days).toEqual([...days].sort().reverse());
});

it("Le fil ne garde que les genres demandés", async () => {
	const { items } = await thread();
	for (const kind of ["visit", "labourNeed,toolUse"]) {
		const kept = await thread(`&kind=${kind}`);
		expect(kept.items).toEqual(items.filter((entry) => kind.split(",").includes(entry.kind)));
		expect(kept.total).toBe(kept.items.length);
	}
});

it("Le fil se lit page après page sans perdre ni répéter une ligne", async () => {
	const { items } = await thread();
	const read: TimelineEntry[] = [];
	for (let after = ""; read.length < items.length; ) {
		const page = await ground.advisor.get<Page<TimelineEntry>>(
			`/employers/${ground.employers[employer]?.id}/timeline?limit=1${after && `&after=${encodeURIComponent(after)}`}`,
		);
		read.push(...page.body.items);
		if (!page.body.next) break;
		after = page.body.next;
	}
	expect(read).toEqual(items);
});

it("Le fil d’un employeur inconnu n’existe pas", async () => {
	const { status, body } = await ground.advisor.get<Problem>(`/employers/${newId()}/timeline`);
	expect([status, body.code]).toEqual([404, "not-found"]);
});
