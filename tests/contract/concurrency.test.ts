import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, inject, it } from "vitest";
import type { Revision } from "#contract/journal.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

type Counter = { id: string; version: number; employeeCount: number | null };
type Problem = { code: string; current: Counter };

let advisor: Visitor;
beforeAll(async () => {
	advisor = await as("advisor");
});

describe("plusieurs personnes écrivent la même fiche en même temps", () => {
	const writers = 12;
	const rounds = 1000;

	it(`${rounds} essais à ${writers} à la fois\u00A0: chaque écriture reçue compte une fois, chaque refus ne change rien`, async () => {
		const { id, version: first } = await addEmployer(advisor, { employeeCount: 0 });
		let tries = 0;
		const received: number[] = [];
		const refusals = new Set<string>();
		await Promise.all(
			Array.from({ length: writers }, async () => {
				let known = { version: first, employeeCount: 0 as number | null };
				while (tries < rounds) {
					tries += 1;
					const wanted = (known.employeeCount ?? 0) + 1;
					const { status, body } = await advisor.patch<Counter & Problem>(`/employers/${id}`, { employeeCount: wanted }, { ifMatch: known.version });
					if (status === 200) received.push(wanted);
					else refusals.add(`${status} ${body.code}`);
					known = status === 200 ? body : body.current;
				}
			}),
		);
		expect([...refusals]).toEqual(["412 version-mismatch"]);
		// Nothing lost, nothing doubled: the values received are 1, 2, 3… each once, and the last is what stands.
		const each = received.toSorted((a, b) => a - b);
		expect(each).toEqual(each.map((_, index) => index + 1));
		expect(each.length).toBeGreaterThan(50);
		const { body: now } = await advisor.get<Counter>(`/employers/${id}`);
		expect(now).toMatchObject({ employeeCount: each.length, version: first + each.length });
		const written: unknown[] = [];
		for (let after: string | null = ""; after !== null; ) {
			const { items, next }: Page<Revision> = (await advisor.get<Page<Revision>>(`/history/employer/${id}?limit=200${after && `&after=${after}`}`)).body;
			for (const { entity, action, changes } of items) if (entity === "employer" && action === "changed") written.unshift(changes[0]?.after);
			after = next;
		}
		expect(written).toEqual(each);
		// A thousand requests take what they take on a busy machine.
	}, 90_000);
});

describe("la même écriture", () => {
	const body = (id: string) => ({
		id,
		name: `Simultané ${id}`,
		neq: null,
		sectorCode: null,
		employeeCount: null,
		advisorId: null,
		phone: null,
		website: null,
		activity: null,
		establishment: { id: newId(), name: null, municipalityCode: "54048", address: null, postalCode: null },
	});

	it("envoyée vingt fois en même temps ne crée qu’un employeur, et les vingt réponses sont la même", async () => {
		const id = newId();
		const once = body(id);
		const answers = await Promise.all(Array.from({ length: 20 }, () => advisor.post("/employers", once)));
		expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
		for (const answer of answers) expect([answer.body, answer.headers.get("etag")]).toEqual([answers[0]?.body, answers[0]?.headers.get("etag")]);
		expect((await advisor.get<Page>(`/employers?q=${id.slice(0, 8)}`)).body.total).toBe(1);
		expect((await advisor.get<Page<Revision>>(`/history/employer/${id}`)).body.total).toBe(2);
	});

	it("modifie une fiche une seule fois, même envoyée vingt fois en même temps", async () => {
		const employer = await addEmployer(advisor);
		const key = newId();
		const answers = await Promise.all(
			Array.from({ length: 20 }, () => advisor.patch(`/employers/${employer.id}`, { name: "Vingt fois" }, { ifMatch: employer.version, key })),
		);
		for (const { status, body: answer } of answers) expect([status, answer]).toEqual([200, answers[0]?.body]);
		expect(answers[0]?.body).toMatchObject({ name: "Vingt fois", version: employer.version + 1 });
	});
});

describe.runIf(inject("targetKind") === "postgres")("ce que l’on sait « maintenant »", () => {
	it("se dit après qui est en train d’écrire, et ne change plus une fois dit", async () => {
		const connectionString = inject("databaseOf").DATABASE_URL;
		const [writer, reader, watcher] = [new pg.Client({ connectionString }), new pg.Client({ connectionString }), new pg.Client({ connectionString })];
		const id = randomUUID();
		try {
			await Promise.all([writer.connect(), reader.connect(), watcher.connect()]);
			await writer.query("begin");
			await writer.query("select journal_begin(null, null, null, clock_timestamp())");
			const pid = (await reader.query("select pg_backend_pid() as pid")).rows[0].pid;
			let isSaid = false;
			const told = reader.query("select journal_instant()::text as at").then(({ rows }) => {
				isSaid = true;
				return rows[0].at as string;
			});
			const isWaiting = async () =>
				(await watcher.query("select 1 from pg_stat_activity where pid = $1 and wait_event_type = 'Lock' and wait_event = 'advisory'", [pid])).rowCount === 1;
			while (!isSaid && !(await isWaiting()));
			await writer.query("insert into partner (id, region_code, name, type) values ($1, '16', 'Écrit pendant qu’on demande', 'x')", [id]);
			await writer.query("commit");
			const seen = await reader.query("select 1 from partner_known_at($1::timestamptz) where id = $2", [await told, id]);
			expect(seen.rowCount).toBe(1);
		} finally {
			await Promise.all([writer.end(), reader.end(), watcher.end()]);
		}
	});
});
