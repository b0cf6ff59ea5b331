import pg from "pg";

/** Named in the journal's trigger (0004-journal.sql). */
export const changesChannel = "jalon_changes";

const firstWait = 250;
const longestWait = 10_000;
/** A connection cut without a word looks like an office where nobody writes. */
const askEvery = 15_000;

/** The one connection of this process that listens. Lost, it comes back, and says that something may have been missed. */
export class Listener {
	readonly #config: pg.ClientConfig;
	#client: pg.Client | null = null;
	#timer: NodeJS.Timeout | undefined;
	#isClosed = false;
	#wait = firstWait;
	#hear: (region: string | null) => void = () => undefined;

	constructor(config: pg.ClientConfig) {
		this.#config = config;
	}

	async open(hear: (region: string | null) => void): Promise<void> {
		this.#hear = hear;
		await this.#connect();
	}

	async #connect(): Promise<void> {
		const client = new pg.Client({
			...this.#config,
			keepAlive: true,
			query_timeout: 5_000,
			connectionTimeoutMillis: 5_000,
			application_name: "jalon listener",
		});
		this.#client = client;
		client.on("error", () => this.#lost(client));
		client.on("end", () => this.#lost(client));
		client.on("notification", ({ payload = "" }) => this.#hear(payload));
		try {
			await client.connect();
			await client.query(`listen ${changesChannel}`);
		} catch {
			return this.#lost(client);
		}
		if (this.#client !== client) return;
		this.#wait = firstWait;
		this.#hear(null);
		this.#timer = setInterval(() => client.query("select 1").catch(() => this.#lost(client)), askEvery);
		this.#timer.unref();
	}

	#lost(client: pg.Client) {
		if (this.#client !== client) return;
		this.#client = null;
		clearInterval(this.#timer);
		client.end().catch(() => undefined);
		if (this.#isClosed) return;
		this.#timer = setTimeout(() => void this.#connect(), this.#wait);
		this.#timer.unref();
		this.#wait = Math.min(longestWait, this.#wait * 2);
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		clearInterval(this.#timer);
		const client = this.#client;
		this.#client = null;
		await client?.end().catch(() => undefined);
	}
}
