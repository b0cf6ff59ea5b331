import { sql } from "kysely";
import type { Role } from "#contract/endpoint.ts";
import { asCaller } from "../caller.ts";
import { describeError } from "../error-log.ts";
import { applyRows } from "./apply.ts";
import { checkAll } from "./check-all.ts";
import { ImportFault } from "./fault.ts";
import { type Asker, type ImportPorts, Job, type JobRow, leaseSeconds, Superseded } from "./job.ts";
import { forgetRows, readFile } from "./read-file.ts";
import { takeBack } from "./take-back.ts";

type Left = { id: string; region_code: string; asked_by: string; asked_role: string; state: string };

/** Of an import that was applied before, a run that does not reach its end leaves it applied. */
const isSecondRun = sql<boolean>`cardinality(i.runs) > 1`;
export const undoLeadsTo = (end: "failed" | "cancelled") => sql<string>`case when cardinality(i.runs) > 1 then 'applied' else ${end}::text end`;

/**
 * What imports do after the answer: read, check, write, take back. One process at a time has an import, by a lease; whoever falls loses it.
 * What was being read or checked begins again; what was being written is taken back, for nobody knows how far it went:
 * of an import that was applied already, the run under way only.
 */
export class ImportWork {
	readonly #ports: ImportPorts;
	readonly #owner: string;
	readonly #running = new Map<string, Promise<void>>();
	#isStopping = false;

	constructor(ports: ImportPorts) {
		this.#ports = ports;
		this.#owner = ports.newId();
	}

	/** Lets whatever else waits go first. */
	breathe(): Promise<void> {
		return this.#ports.breathe();
	}

	/** There is something to do; called when what asks for it is committed. */
	wake(id: string, force = false): void {
		if (this.#isStopping) return;
		const before = this.#running.get(id) ?? Promise.resolve();
		const run = before.then(() => this.#run(id, force));
		this.#running.set(id, run);
		void run.finally(() => {
			if (this.#running.get(id) === run) this.#running.delete(id);
		});
	}

	/** Takes up what was left: at the start, and from time to time, for another process may have fallen. `alone`: nobody else can be at work. */
	async recover(alone = false): Promise<void> {
		for (const { id } of await this.#left(alone ? null : this.#ports.now())) this.wake(id, alone);
	}

	isIdle(): boolean {
		return this.#running.size === 0;
	}

	/** Everything that was asked is done. */
	async idle(): Promise<void> {
		while (this.#running.size > 0) await Promise.all(this.#running.values());
	}

	/** No new step; the one under way ends. What is unfinished is taken up at the next start. */
	async stop(): Promise<void> {
		this.#isStopping = true;
		await this.idle();
	}

	async #left(at: Date | null): Promise<Left[]> {
		const { rows } = await sql<Left>`select * from imports_left(${at === null ? "infinity" : at.toISOString()}::timestamptz)`.execute(this.#ports.database);
		return rows;
	}

	async #run(id: string, force: boolean): Promise<void> {
		try {
			for (let job = await this.#take(id, force); job && !this.#isStopping; job = await this.#take(id, false)) {
				await this.#stage(job);
				await this.#ports.settled?.();
			}
		} catch (error) {
			this.#ports.log({ level: "error", ...describeError(error as Error), requestId: id });
		}
	}

	/** The import, if it is to be worked on and nobody else has it. */
	async #take(id: string, force: boolean): Promise<Job | null> {
		const { database, now } = this.#ports;
		const found = (await this.#left(null)).find((one) => one.id === id);
		if (!found) return null;
		const asker: Asker = { personId: found.asked_by, regionCode: found.region_code, role: found.asked_role as Role };
		const at = now();
		const row = await asCaller(database, asker, async (db) => {
			const { rows } = await sql<JobRow>`
				with held as (select id, state = 'applying' and coalesce(lease_owner <> ${this.#owner}::uuid, false) as has_fallen from import where id = ${id} and (${force} or lease_until is null or lease_until <= ${at.toISOString()}::timestamptz or lease_owner = ${this.#owner}::uuid) for update)
				update import i set lease_owner = ${this.#owner}::uuid, lease_until = ${new Date(at.getTime() + leaseSeconds * 1000).toISOString()}::timestamptz,
					state = case when held.has_fallen then 'undoing' else i.state end,
					undo_leads_to = case when held.has_fallen then ${undoLeadsTo("failed")} else i.undo_leads_to end,
					fault = case when held.has_fallen then jsonb_build_object('code', case when ${isSecondRun} then 'import-run-taken-back' else 'import-interrupted' end, 'row', null, 'column', null) else i.fault end
				from held where i.id = held.id and i.state in ('reading', 'checking', 'applying', 'undoing')
				returning i.id, i.target, i.format, i.state, i.undo_leads_to, i.file_size, i.sheet, i.fields, i.runs, i.version`.execute(db);
			return rows[0];
		});
		return row ? new Job(this.#ports, row, asker, { owner: this.#owner, isStopping: () => this.#isStopping }) : null;
	}

	async #stage(job: Job): Promise<void> {
		const { state } = job.row;
		try {
			if (state === "reading") await readFile(job);
			else if (state === "checking") await checkAll(job);
			else if (state === "applying") await applyRows(job);
			else await takeBack(job);
		} catch (error) {
			if (error instanceof Superseded) return;
			if (!(error instanceof ImportFault)) this.#ports.log({ level: "error", ...describeError(error as Error), requestId: job.row.id });
			// Taking back must succeed, now or at the next look; the rest is given up.
			if (state === "undoing") throw error;
			await this.#giveUp(job, error);
		}
	}

	async #giveUp(job: Job, error: unknown): Promise<void> {
		const isWriting = job.row.state === "applying";
		const isLater = isWriting && job.row.runs.length > 1;
		const fault = isLater
			? { code: "import-run-taken-back", row: null, column: null }
			: error instanceof ImportFault
				? { code: error.code, row: error.row, column: error.column, parameters: error.parameters }
				: { code: isWriting ? "import-failed" : "import-read-failed", row: null, column: null };
		if (job.row.state === "reading")
			for (let left = 1; left > 0; ) left = await asCaller(this.#ports.database, job.asker, (db) => forgetRows(db, job.row.id, 2000));
		await asCaller(this.#ports.database, job.asker, async (db) => {
			await db
				.updateTable("import")
				.set({
					fault: JSON.stringify(fault),
					done: 0,
					...(isWriting ? { state: "undoing", undo_leads_to: isLater ? "applied" : "failed" } : { state: "failed", ended_at: this.#ports.now().toISOString() }),
				})
				.where("id", "=", job.row.id)
				.where("state", "=", job.row.state)
				.execute();
		});
	}
}
