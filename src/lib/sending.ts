import type { EndpointDefinition, EndpointInput, EndpointOutput } from "#contract/endpoint.ts";
import { call } from "./http.ts";
import type { Input } from "./outbox/item.ts";
import type { Sent } from "./sent.ts";

/** `giveUp`: the write waits on the device, and this takes it away again. */
type Answered<E extends EndpointDefinition> = { output: EndpointOutput<E>; key: string | null; giveUp: (() => void) | null };

export async function send<E extends EndpointDefinition>(endpoint: E, sent: Sent<E>, touches: readonly Pick<EndpointDefinition, "id">[]): Promise<Answered<E>> {
	const { ifMatch, idempotencyKey, base, known, settlesItself, closesItsForm, patience, ...input } = sent;
	const asked = input as unknown as EndpointInput<E>;
	if (!endpoint.offline) {
		const key = idempotencyKey ?? crypto.randomUUID();
		// Only a change of a known record can meet somebody else's.
		if (!base) return { output: await call(endpoint, asked, { ifMatch, idempotencyKey: key }), key, giveUp: null };
		const { sendMerging } = await import("./conflict.ts");
		return { ...(await sendMerging(endpoint, asked, { ifMatch, idempotencyKey: key, base })), giveUp: null };
	}
	const { writeThroughOutbox } = await import("./outbox/start.ts");
	const { output, key, giveUp } = await writeThroughOutbox(endpoint, {
		input: input as Input,
		ifMatch,
		idempotencyKey,
		base,
		known,
		settlesItself,
		closesItsForm,
		patience,
		touches: touches.map(({ id }) => id),
	});
	return { output: output as EndpointOutput<E>, key, giveUp };
}

/** A record that the API does not have yet, or cannot give, as it waits on this device. */
export async function heldHere<E extends EndpointDefinition>(endpoint: E, input: EndpointInput<E>, error: unknown): Promise<EndpointOutput<E>> {
	const outbox = await (await import("./outbox/start.ts")).outboxOf();
	const shown = outbox?.screens.instead(endpoint.id, input as object);
	if (shown === undefined) throw error;
	return shown as EndpointOutput<E>;
}
