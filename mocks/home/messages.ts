import type { Scenario } from "../world/world.ts";

/** What the stored data was made from: the region's sources, and each migration's text. */
export type Version = { world: string; migrations: Record<string, string> };

/** Everything a tab tells its worker; each worker of an origin may one day be the one that holds the database. */
export type HomeOptions = {
	name: string;
	storage: "indexedDB" | "memory";
	base: string;
	version: Version;
	/** Prepared databases, told on `day`. */
	snapshots: { region: string; vide: string };
	day: string;
};

export type PackedRequest = { url: string; method: string; headers: [string, string][]; body: ArrayBuffer | null };
export type PackedResponse = { status: number; headers: [string, string][]; body: ArrayBuffer | null };

export type Call =
	| { kind: "request"; request: PackedRequest }
	/** Opens the stored region, or tells `scenario` anew. */
	| { kind: "prepare"; scenario: Scenario | null }
	| { kind: "reset"; scenario: Scenario | null }
	| { kind: "flush" };
export type Answer = { kind: "response"; response: PackedResponse } | { kind: "ready"; scenario: Scenario } | { kind: "failure"; message: string };

/** On the channel that every tab and every worker of a home hears. */
export type Message =
	| { to: "holder"; id: string; call: Call }
	| { to: "tab"; id: string; answer: Answer }
	| { to: "tabs"; news: "holderChanged" | "dataReplaced"; id: string };

export const channelOf = (name: string) => `${name}:home`;

const bodyOf = async (message: Request | Response) => {
	const buffer = await message.arrayBuffer();
	return buffer.byteLength > 0 ? buffer : null;
};

export const packRequest = async (request: Request, headers: Headers): Promise<PackedRequest> => ({
	url: request.url,
	method: request.method,
	headers: [...headers],
	body: await bodyOf(request),
});
export const unpackRequest = ({ url, ...init }: PackedRequest) => new Request(url, init);

export const packResponse = async (response: Response): Promise<PackedResponse> => ({
	status: response.status,
	headers: [...response.headers],
	body: await bodyOf(response),
});
export const unpackResponse = ({ body, status, headers }: PackedResponse) => new Response(body, { status, headers });
