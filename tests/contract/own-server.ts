import { inject } from "vitest";
import { createDatabase, dropDatabase } from "../support/postgres.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { newId, Visitor } from "./support.ts";

/** A server without demonstration people, on an empty database of the kind under judgement, behind one proxy that says who asks. */
export async function startEmpty(env: Record<string, string> = {}): Promise<RunningServer & { api: string }> {
	const databaseUrl = inject("targetKind") === "postgres" ? await createDatabase() : undefined;
	const server = await startServer({ demo: false, env: { TRUST_PROXY: "1", ...env }, ...(databaseUrl ? { databaseUrl } : {}) });
	const stop = async () => {
		await server.stop();
		if (databaseUrl) await dropDatabase(databaseUrl);
	};
	return { ...server, api: `${server.url}/api`, stop };
}
export type EmptyServer = Awaited<ReturnType<typeof startEmpty>>;

let places = 0;
/** Somebody who has never come before, from an address of their own. */
export function stranger({ api }: EmptyServer, headers: Record<string, string> = {}): Visitor {
	places += 1;
	return new Visitor({
		api,
		headers: { "x-forwarded-for": `203.0.113.${places % 250}, 198.51.${101 + Math.floor(places / 250)}.${1 + (places % 250)}`, ...headers },
	});
}

export const codeOf = (server: Pick<EmptyServer, "output">) => /code, until this process stops: ([A-Z0-9-]+)/.exec(server.output())?.[1] ?? "";

export const administrator = { name: "Line Gagné", email: "line.gagne@exemple.ca", password: "trois petits chats gris", regionCode: "16" };

/** The first administrator, signed in. */
export async function openHouse(server: EmptyServer): Promise<Visitor> {
	const visitor = stranger(server);
	const { status, body } = await visitor.post("/setup", { id: newId(), ...administrator, code: codeOf(server) });
	if (status !== 201) throw new Error(`The first opening answered ${status}: ${JSON.stringify(body)}`);
	return visitor;
}
