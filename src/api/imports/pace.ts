/** The engine and the parser share one thread with every other request: after so many milliseconds of work, the others come first. */
export class Pace {
	readonly #now: () => Date;
	readonly #breathe: () => Promise<void>;
	#since: number;
	constructor(now: () => Date, breathe: () => Promise<void>) {
		this.#now = now;
		this.#breathe = breathe;
		this.#since = now().getTime();
	}

	async rest(most = 15): Promise<void> {
		if (this.#now().getTime() - this.#since < most) return;
		await this.#breathe();
		this.#since = this.#now().getTime();
	}
}

/** How many rows go together: as many as fit in the time that nobody notices, which is all that whoever else asks waits for. */
export class ChunkSize {
	size: number;
	readonly #wanted: number;
	readonly #least: number;
	readonly #most: number;
	constructor(size: number, { wanted, least, most }: { /** Milliseconds. */ wanted: number; least: number; most: number }) {
		this.size = size;
		this.#wanted = wanted;
		this.#least = least;
		this.#most = most;
	}

	/** After a chunk that took so many milliseconds: towards the time wanted, never by more than twice. */
	learn(took: number): void {
		const next = this.size * Math.min(2, Math.max(0.4, this.#wanted / Math.max(1, took)));
		this.size = Math.round(Math.min(this.#most, Math.max(this.#least, next)));
	}
}
