import type { EndpointDefinition, EndpointInput, EndpointOutput } from "#contract/endpoint.ts";
import { NetworkError, open } from "./http.ts";
import { eventsOf } from "./live/event-stream.ts";

/** A call whose answer comes piece by piece: each is parsed against the contract as it arrives; a refusal is thrown as any other. */
export async function callStreamed<E extends EndpointDefinition>(
	endpoint: E,
	input: EndpointInput<E>,
	onPiece: (piece: EndpointOutput<E>) => void,
): Promise<void> {
	const response = await open(endpoint, input, { accept: "text/event-stream" });
	if (!response.body) throw new NetworkError("an answer without a body");
	try {
		for await (const data of eventsOf(response.body)) onPiece(endpoint.output.parse(JSON.parse(data)) as EndpointOutput<E>);
	} catch (error) {
		throw error instanceof TypeError ? new NetworkError(String(error)) : error;
	}
}
