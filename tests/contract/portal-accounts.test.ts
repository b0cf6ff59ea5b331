import { beforeAll, describe, expect, it } from "vitest";
import { addBusinessDays, addSpan, onOrAfter } from "#contract/business-days.ts";
import type { FollowUp } from "#contract/follow-ups.ts";
import type { PortalAccount } from "#contract/portal-accounts.ts";
import type { ToolUse } from "#contract/tool-uses.ts";
import { standingOf } from "../../src/api/rules/portal-account.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string; message: string }[]; current?: ToolUse };
type Funnel = {
	asOf: string;
	dormantAfterDays: number;
	reached: Record<"all" | "opened" | "active" | "used" | "offered", number>;
	states: Record<string, number>;
	gaps: Record<string, number>;
};

let advisor: Visitor;
let manager: Visitor;
let today: string;
const ago = (days: number) => addSpan(today, { count: -days, unit: "day" });
beforeAll(async () => {
	advisor = await as("advisor");
	manager = await as("manager");
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});

const record = (employerId: string, event: string, occurredOn: string, fields: Record<string, unknown> = {}) =>
	advisor.post<ToolUse & Problem>("/tool-uses", {
		id: newId(),
		employerId,
		tool: "employerPortal",
		event,
		occurredOn,
		quantity: 1,
		mission: null,
		source: "declared",
		note: null,
		...fields,
	});
const accounts = async (query: Record<string, string>) => (await advisor.get<Page<PortalAccount>>(`/portal-accounts?${new URLSearchParams(query)}`)).body;
const accountOf = async (employerId: string, asOf = today) => (await accounts({ filter: `employerId==${employerId}`, asOf })).items[0];
const funnel = async (asOf = today) => (await advisor.get<Funnel>(`/portal-accounts/funnel?asOf=${asOf}`)).body;

describe("le compte d’un employeur au Portail", () => {
	it("va d’étape en étape, chacune datée, avec sa source et qui a aidé", async () => {
		const { id } = await addEmployer(advisor);
		expect(await accountOf(id)).toBeUndefined();
		await record(id, "toOpen", ago(40));
		const { body } = await record(id, "opened", ago(30), { helpedById: advisor.person?.id, source: "extract" });
		expect(body).toMatchObject({ event: "opened", helpedById: advisor.person?.id, source: "extract" });
		await record(id, "account", ago(20));
		await record(id, "profileView", ago(10), { quantity: 7 });
		expect(await accountOf(id)).toMatchObject({
			state: "active",
			toOpenOn: ago(40),
			openedOn: ago(30),
			activeOn: ago(20),
			profileViews: 7,
			lastUseOn: ago(10),
		});
		expect((await accountOf(id, ago(25)))?.state).toBe("opened");
		expect((await accountOf(id, ago(35)))?.state).toBe("toOpen");
		expect(await accountOf(id, ago(41))).toBeUndefined();
		await record(id, "dormant", ago(1));
		expect(await accountOf(id)).toMatchObject({ state: "dormant", sinceOn: ago(1) });
	});

	it("refuse à côté du champ une activation avant l’ouverture, un usage avant l’activation et une date à venir", async () => {
		const { id } = await addEmployer(advisor);
		await record(id, "opened", ago(10));
		const early = await record(id, "account", ago(11));
		expect([early.status, early.body.errors]).toMatchObject([400, [{ path: "occurredOn", code: "portal-active-before-opened" }]]);
		expect(early.body.errors?.[0]?.message).toContain(ago(10));
		await record(id, "account", ago(5));
		expect((await record(id, "search", ago(6))).body.errors).toMatchObject([{ path: "occurredOn", code: "portal-use-before-active" }]);
		expect((await record(id, "search", addSpan(today, { count: 1, unit: "day" }))).body.errors).toMatchObject([{ code: "date-in-future" }]);
		expect((await record(id, "opened", ago(9))).body.errors).toMatchObject([{ path: "event", code: "portal-step-known" }]);
		expect((await record(id, "search", today, { helpedById: newId() })).body.errors).toMatchObject([{ path: "helpedById", code: "unknown-reference" }]);
	});

	it("se corrige, se reprend, dit le conflit, et le journal s’en souvient", async () => {
		const { id } = await addEmployer(advisor);
		const { body: opened } = await record(id, "opened", ago(10));
		const { body: use } = await record(id, "account", ago(5));
		const path = `/tool-uses/${use.id}`;
		expect((await advisor.patch<Problem>(path, { occurredOn: ago(11) }, { ifMatch: 1 })).body.errors).toMatchObject([{ code: "portal-active-before-opened" }]);
		const corrected = await advisor.patch<ToolUse>(path, { occurredOn: ago(8) }, { ifMatch: 1 });
		expect(corrected.body).toMatchObject({ occurredOn: ago(8), version: 2 });
		expect((await accountOf(id))?.activeOn).toBe(ago(8));
		const stale = await advisor.patch<Problem>(path, { note: "Trop tard" }, { ifMatch: 1 });
		expect([stale.status, stale.body.current?.occurredOn]).toEqual([412, ago(8)]);
		expect((await advisor.delete(path, { ifMatch: 2 })).status).toBe(204);
		expect((await accountOf(id))?.state).toBe("opened");
		await advisor.delete(`/tool-uses/${opened.id}`, { ifMatch: 1 });
		expect(await accountOf(id)).toBeUndefined();
		const { body: history } = await manager.get<{ items: { op: string }[] }>(`/history/toolUse/${use.id}`);
		expect(history.items.length).toBe(3);
	});

	it("un usage dit par un rapport de visite se corrige dans le rapport", async () => {
		const { id: employerId } = await addEmployer(advisor);
		const useId = newId();
		const visit = await advisor.post<{ id: string }>("/visits", {
			id: newId(),
			status: "draft",
			employerIds: [employerId],
			adviserIds: [advisor.person?.id],
			mode: "onSite",
			occurredOn: today,
			report: { toolUses: [{ id: useId, tool: "employerPortal", event: "search", occurredOn: today, quantity: 3, source: "declared" }] },
		});
		expect(visit.status).toBe(201);
		expect((await advisor.get<ToolUse>(`/tool-uses/${useId}`)).body.can).toEqual({ update: false, delete: false });
		const refused = await advisor.patch<Problem>(`/tool-uses/${useId}`, { quantity: 4 }, { ifMatch: 1 });
		expect(refused.body.errors).toMatchObject([{ code: "tool-use-of-visit" }]);
	});
});

describe("l’entonnoir et les listes d’écarts", () => {
	const lists: [string, (found: Funnel) => number, string][] = [
		["tous", ({ reached }) => reached.all, ""],
		["ouverts", ({ reached }) => reached.opened, "wasOpened==true"],
		["activés", ({ reached }) => reached.active, "wasActive==true"],
		["utilisés", ({ reached }) => reached.used, "used==true"],
		["avec une offre", ({ reached }) => reached.offered, "hasOffer==true"],
		["encore à ouvrir", ({ states }) => states.toOpen ?? -1, "state==toOpen"],
		["ouverts, pas encore actifs", ({ states }) => states.opened ?? -1, "state==opened"],
		["actifs", ({ states }) => states.active ?? -1, "state==active"],
		["dormants", ({ states }) => states.dormant ?? -1, "state==dormant"],
		["à ouvrir depuis plus de dix jours ouvrables", ({ gaps }) => gaps.lateToOpen ?? -1, "lateToOpen==true"],
		["jamais utilisés depuis 30 jours", ({ gaps }) => gaps.unusedFirst ?? -1, "unusedFirst==true"],
		["jamais utilisés depuis 90 jours", ({ gaps }) => gaps.unusedSecond ?? -1, "unusedSecond==true"],
		["sans offre après un contact", ({ gaps }) => gaps.noOffer ?? -1, "noOffer==true"],
	];
	it.each(lists)("« %s » ouvre exactement autant de lignes que son chiffre, aujourd’hui comme à une date passée", async (_name, figure, filter) => {
		for (const asOf of [today, ago(200)]) {
			const { total } = await accounts({ asOf, limit: "1", ...(filter ? { filter } : {}) });
			expect(total).toBe(figure(await funnel(asOf)));
		}
	});

	it("l’entonnoir se resserre : chaque étape tient dans la précédente", async () => {
		const { all, opened, active, used, offered } = (await funnel()).reached;
		expect([all, opened, active, used, offered]).toEqual([all, opened, active, used, offered].sort((a, b) => b - a));
		expect(used).toBeGreaterThan(0);
		const { states } = await funnel();
		expect(Object.values(states).reduce((sum, one) => sum + one, 0)).toBe(all);
	});

	it("une liste d’écarts se vide à mesure que les faits arrivent", async () => {
		const { id } = await addEmployer(advisor);
		const gaps = async () => {
			const found = await Promise.all(
				["lateToOpen", "unusedFirst", "unusedSecond", "noOffer"].map(
					async (gap) => [gap, (await accounts({ filter: `employerId==${id};${gap}==true` })).total] as const,
				),
			);
			return found.flatMap(([gap, total]) => (total === 1 ? [gap] : []));
		};
		await record(id, "toOpen", addBusinessDays(today, -10));
		expect(await gaps()).toEqual([]);
		const { items } = (await advisor.get<Page<ToolUse>>(`/tool-uses?filter=employerId==${id}`)).body;
		await advisor.patch(`/tool-uses/${items[0]?.id}`, { occurredOn: ago(100) }, { ifMatch: 1 });
		expect(await gaps()).toEqual(["lateToOpen"]);
		await record(id, "account", ago(90));
		expect(await gaps()).toEqual(["unusedFirst", "unusedSecond"]);
		const { gaps: before } = await funnel();
		await record(id, "contact", ago(20), { quantity: 2 });
		expect(await gaps()).toEqual(["noOffer"]);
		expect((await funnel()).gaps).toMatchObject({ unusedFirst: (before.unusedFirst ?? 0) - 1, noOffer: (before.noOffer ?? 0) + 1 });
		await record(id, "validatedOffer", ago(2));
		expect(await gaps()).toEqual([]);
	});

	it("ce que la liste dit de chaque employeur est ce que la règle tire de ses faits, aujourd’hui et à une date passée", async () => {
		const uses = new Map<string, ToolUse[]>();
		for (let after = ""; ; ) {
			const { items, next } = (await advisor.get<Page<ToolUse> & { next: string | null }>(`/tool-uses?limit=500${after}`)).body;
			for (const use of items) uses.set(use.employerId, [...(uses.get(use.employerId) ?? []), use]);
			if (!next) break;
			after = `&after=${encodeURIComponent(next)}`;
		}
		for (const asOf of [today, ago(60), ago(400)]) {
			const { items } = await accounts({ asOf, limit: "500" });
			const { dormantAfterDays } = await funnel(asOf);
			expect(items.length).toBeGreaterThan(10);
			for (const { employerId, state, sinceOn, activeOn, firstUseOn, lastUseOn } of items)
				expect({ employerId, ...standingOf(uses.get(employerId) ?? [], asOf, dormantAfterDays) }).toMatchObject({
					employerId,
					state,
					sinceOn,
					activeOn,
					firstUseOn,
					lastUseOn,
				});
		}
	});

	it("ne montre plus l’employeur archivé, et refuse une date à venir", async () => {
		const { id } = await addEmployer(advisor);
		await record(id, "search", today);
		const { version } = (await manager.get<{ version: number }>(`/employers/${id}`)).body;
		expect((await manager.post(`/employers/${id}/archiving`, { reason: "businessClosed" }, { ifMatch: version })).status).toBeLessThan(300);
		expect(await accountOf(id)).toBeUndefined();
		expect((await advisor.get<Problem>(`/portal-accounts?asOf=${addSpan(today, { count: 1, unit: "day" })}`)).body.errors).toMatchObject([
			{ path: "query.asOf", code: "date-in-future" },
		]);
	});
});

describe("corriger une étape", () => {
	it("de la première activation d’un compte réveillé, la note se corrige, et le jour tant qu’il reste avant le sommeil", async () => {
		const { id } = await addEmployer(advisor);
		const { body: first } = await record(id, "account", ago(300));
		await record(id, "dormant", ago(100));
		await record(id, "account", ago(50));
		const path = `/tool-uses/${first.id}`;
		expect((await advisor.patch<ToolUse & Problem>(path, { note: "Dit au téléphone" }, { ifMatch: 1 })).body).toMatchObject({ note: "Dit au téléphone" });
		expect((await advisor.patch<ToolUse & Problem>(path, { occurredOn: ago(310) }, { ifMatch: 2 })).body).toMatchObject({ occurredOn: ago(310) });
		expect((await advisor.patch<Problem>(path, { occurredOn: ago(90) }, { ifMatch: 3 })).body.errors).toMatchObject([{ code: "portal-step-known" }]);
	});

	it("deux personnes qui consignent la même étape en même temps : une seule l’écrit", async () => {
		const colleague = await as("manager");
		for (let round = 0; round < 8; round += 1) {
			const { id } = await addEmployer(advisor);
			const body = { employerId: id, tool: "employerPortal", event: "opened", occurredOn: today, quantity: 1, mission: null, source: "declared", note: null };
			const answers = await Promise.all([advisor, colleague, advisor, colleague].map((who) => who.post<Problem>("/tool-uses", { ...body, id: newId() })));
			expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);
		}
	});
});

describe("ce que le catalogue fait suivre", () => {
	const followUps = async (employerId: string) =>
		(await advisor.get<Page<FollowUp>>(`/follow-ups?filter=employerId==${employerId}&sort=dueOn`)).body.items.map(
			({ id, ruleCode, dueOn, origin, ownerId, doneOn }) => ({
				id,
				ruleCode,
				dueOn,
				origin,
				ownerId,
				doneOn,
			}),
		);
	const codes = async (employerId: string) => (await followUps(employerId)).map(({ ruleCode }) => ruleCode);

	it("un compte à ouvrir se vérifie dans dix jours ouvrables, un compte actif à 30 puis à 90 jours, et rien deux fois", async () => {
		const { id } = await addEmployer(advisor);
		const { body: toOpen } = await record(id, "toOpen", today);
		expect(await followUps(id)).toMatchObject([
			{ ruleCode: "portalAccount", dueOn: addBusinessDays(today, 10), origin: "catalogue", ownerId: advisor.person?.id, doneOn: null },
		]);
		// Taken back and said again: it is still to be done, once.
		await advisor.delete(`/tool-uses/${toOpen.id}`, { ifMatch: 1 });
		await record(id, "toOpen", today);
		expect(await codes(id)).toEqual(["portalAccount"]);
		await record(id, "account", today);
		const later = (days: number) => onOrAfter(addSpan(today, { count: days, unit: "day" }));
		expect((await followUps(id)).slice(1)).toMatchObject([
			{ ruleCode: "portalFirstUse", dueOn: later(30) },
			{ ruleCode: "portalSecondUse", dueOn: later(90) },
		]);
	});

	it("se modifie comme tout autre suivi, et s’annule avec l’étape qui l’a appelé", async () => {
		const { id } = await addEmployer(advisor);
		const key = newId();
		await advisor.post(
			"/tool-uses",
			{ id: key, employerId: id, tool: "employerPortal", event: "toOpen", occurredOn: today, quantity: 1, mission: null, source: "declared", note: null },
			{ key },
		);
		const [one] = await followUps(id);
		const undone = await advisor.post(`/batches/${key}/undo`, undefined);
		expect([one?.ruleCode, undone.status, await codes(id)]).toEqual(["portalAccount", 200, []]);
		await record(id, "toOpen", today);
		const [again] = await followUps(id);
		const { status, body } = await advisor.patch<FollowUp>(`/follow-ups/${again?.id}`, { title: "Appeler pour le compte" }, { ifMatch: 1 });
		expect([status, body.title, body.ruleCode]).toEqual([200, "Appeler pour le compte", "portalAccount"]);
	});

	it("une étape retirée ou redatée emporte ou redate ses suivis, sauf celui que quelqu’un a repris", async () => {
		const { id } = await addEmployer(advisor);
		const { body: toOpen } = await record(id, "toOpen", ago(2));
		await advisor.patch(`/tool-uses/${toOpen.id}`, { occurredOn: today }, { ifMatch: 1 });
		expect(await followUps(id)).toMatchObject([{ ruleCode: "portalAccount", dueOn: addBusinessDays(today, 10) }]);
		await advisor.patch(`/tool-uses/${toOpen.id}`, { note: "Sans changer le jour" }, { ifMatch: 2 });
		expect(await codes(id)).toEqual(["portalAccount"]);
		await advisor.delete(`/tool-uses/${toOpen.id}`, { ifMatch: 3 });
		expect(await codes(id)).toEqual([]);

		const { body: account } = await record(id, "account", today);
		const [first] = await followUps(id);
		await advisor.patch(`/follow-ups/${first?.id}`, { title: "Appeler pour le compte" }, { ifMatch: 1 });
		await advisor.delete(`/tool-uses/${account.id}`, { ifMatch: 1 });
		expect(await codes(id)).toEqual(["portalFirstUse"]);
	});

	it("un compte qui sert déjà ne se suit pas", async () => {
		const { id } = await addEmployer(advisor);
		await record(id, "search", today);
		await record(id, "account", today);
		expect(await codes(id)).toEqual([]);
	});
});

describe("les chiffres du Portail au tableau de bord (I08)", () => {
	it.each([
		["I08-accounts", "wasActive==true"],
		["I08-active", "state==active"],
	])("%s est le nombre de lignes de sa liste, et de la page du Portail, aujourd’hui comme à une date passée", async (indicator, filter) => {
		for (const asOf of [today, ago(200)]) {
			const { value, parts } = (await manager.get<{ value: number; parts: { value: number }[] }>(`/indicators/${indicator}?asOf=${asOf}&by=sectorCode`)).body;
			const rows = (await manager.get<Page>(`/indicators/${indicator}/rows?asOf=${asOf}&limit=1`)).body.total;
			expect([rows, (await accounts({ asOf, filter, limit: "1" })).total]).toEqual([value, value]);
			expect(parts.reduce((sum, part) => sum + part.value, 0)).toBe(value);
			expect(value).toBeGreaterThan(5);
		}
	});

	it.each([
		["I08", "account"],
		["I08-contacts", "contact"],
		["I08-offers", "validatedOffer"],
	])("%s bouge avec le fait consigné, par secteur et par taille", async (indicator, event) => {
		const value = async (by = "size") =>
			(await manager.get<{ value: number; parts: { keys: (string | null)[]; value: number }[] }>(`/indicators/${indicator}?asOf=${today}&by=${by}`)).body;
		const before = await value();
		const { id } = await addEmployer(advisor);
		await record(id, event, today);
		const after = await value();
		expect(after.value).toBe(before.value + 1);
		const sizeOf = ({ parts }: typeof after) => parts.find(({ keys }) => keys[0] === "20-49")?.value ?? 0;
		expect(sizeOf(after)).toBe(sizeOf(before) + 1);
		expect((await value("sectorCode")).value).toBe(after.value);
	});
});
