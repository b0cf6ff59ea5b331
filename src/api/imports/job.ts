import { type Kysely, sql, type Transaction } from "kysely";
import type { Role } from "#contract/endpoint.ts";
import type { ImportTarget } from "#contract/import-fields.ts";
import { asCaller } from "../caller.ts";
import type { Tables } from "../sql/tables.ts";
import { type ChunkSize, Pace } from "./pace.ts";

/** What a home gives to what works after the answer. `breathe` lets whatever else waits go first. */
export type ImportPorts = {
	database: Kysely<Tables>;
	now(): Date;
	newId(): string;
	breathe(): Promise<void>;
	/** A stage has ended: a home that keeps things now and then keeps them now. */
	settled?(): Promise<void>;
	log(entry: { level: "info" | "error"; message: string; requestId: string; [key: string]: unknown }): void;
};

/** Who asked, with the role they had then. */
export type Asker = { personId: string; regionCode: string; role: Role };

export type JobRow = {
	id: string;
	target: ImportTarget;
	format: "csv" | "xlsx";
	state: string;
	undo_leads_to: string | null;
	file_size: number;
	sheet: number | null;
	fields: string[];
	/** The batches under which it wrote; the last is that of the run under way. */
	runs: string[];
	version: number;
};

/** Somebody cancelled or corrected it meanwhile, or another process has it: what was being done is no longer wanted. */
export class Superseded extends Error {}

/** `batchId`: what it writes is journaled under it. */
type StepOptions = { done?: number; total?: number; batchId?: string };

export const leaseSeconds = 60;

/** One stage of an import, a transaction at a time; each says first that the import still stands as it was, and is still ours. */
export class Job {
	readonly ports: ImportPorts;
	readonly row: JobRow;
	readonly asker: Asker;
	readonly pace: Pace;
	readonly #owner: string;
	readonly #isStopping: () => boolean;
	constructor(ports: ImportPorts, row: JobRow, asker: Asker, { owner, isStopping }: { owner: string; isStopping: () => boolean }) {
		this.ports = ports;
		this.row = row;
		this.asker = asker;
		this.#owner = owner;
		this.#isStopping = isStopping;
		this.pace = new Pace(ports.now, ports.breathe);
	}

	/** A step whose size is learnt from what it took; what it waited for its turn is others' work, not its own. */
	async chunk<T>(size: ChunkSize, work: (db: Transaction<Tables>) => Promise<T>, options?: StepOptions): Promise<T> {
		let began = 0;
		const result = await this.#transact((db) => {
			began = this.ports.now().getTime();
			return work(db);
		}, options);
		size.learn(this.ports.now().getTime() - began);
		await this.ports.breathe();
		return result;
	}

	async step<T>(work: (db: Transaction<Tables>) => Promise<T>, options?: StepOptions): Promise<T> {
		const result = await this.#transact(work, options);
		await this.ports.breathe();
		return result;
	}

	async #transact<T>(work: (db: Transaction<Tables>) => Promise<T>, { done, total, batchId }: StepOptions = {}): Promise<T> {
		const { ports, row, asker } = this;
		if (this.#isStopping()) throw new Superseded();
		const at = ports.now();
		const until = new Date(at.getTime() + leaseSeconds * 1000).toISOString();
		return asCaller(
			ports.database,
			asker,
			async (db) => {
				const held =
					await sql`update import set lease_until = ${until}::timestamptz, done = coalesce(${done ?? null}::int, done), total = coalesce(${total ?? null}::int, total)
					where id = ${row.id} and lease_owner = ${this.#owner}::uuid and state = ${row.state} and version = ${row.version} returning 1`.execute(db);
				if (held.rows.length === 0) throw new Superseded();
				return work(db);
			},
			batchId === undefined ? undefined : { requestId: ports.newId(), batchId, at },
		);
	}
}
