import type { Context } from "./caller.ts";
import { Refusal } from "./refusal.ts";
import { sha256 } from "./sha256.ts";

/** Key order must not change the hash: two JSON texts of one value are one request. */
const stable = (value: unknown): unknown =>
	Array.isArray(value)
		? value.map(stable)
		: typeof value === "object" && value !== null
			? Object.fromEntries(
					Object.entries(value)
						.sort(([a], [b]) => (a < b ? -1 : 1))
						.map(([key, item]) => [key, stable(item)]),
				)
			: value;

/**
 * The first request with a key does the work; the same request again gets the same answer; another body or person is refused (409).
 * Key and work are one transaction: a refused or failed write leaves no key, so a corrected retry may reuse it. A concurrent twin waits on the key's row.
 */
export async function replayOrKeep(
	context: Pick<Context, "db" | "caller" | "now">,
	key: string,
	endpoint: string,
	request: unknown,
	answer: () => Promise<unknown>,
): Promise<unknown> {
	const { db, caller, now } = context;
	const bodyHash = await sha256(JSON.stringify(stable(request)));
	const inserted = await db
		.insertInto("idempotency_key")
		.values({ key, person_id: caller.personId, endpoint, body_hash: bodyHash, status: 0, created_at: now.toISOString() })
		.onConflict((conflict) => conflict.column("key").doNothing())
		.returning("key")
		.executeTakeFirst();
	if (!inserted) {
		const kept = await db.selectFrom("idempotency_key").selectAll().where("key", "=", key).executeTakeFirst();
		// Somebody else's is not even seen.
		if (!kept || kept.person_id !== caller.personId || kept.endpoint !== endpoint || kept.body_hash !== bodyHash) throw new Refusal("key-reused");
		return (kept.body as { output: unknown } | null)?.output ?? null;
	}
	const output = await answer();
	await db
		.updateTable("idempotency_key")
		.set({ status: 1, body: JSON.stringify({ output }) })
		.where("key", "=", key)
		.execute();
	return output;
}
