import { randomUUID } from "node:crypto";
import { createDatabase, dropDatabase } from "../support/postgres.ts";
import { type RunningServer, startServer } from "../support/server.ts";

type Person = { id: string; role: string };
export type Session = { cookie: string; regionCode: string };

/** The server as it is started, with the demonstration, asked over HTTP. */
export type MeasuredOffice = {
	server: RunningServer;
	api: string;
	people: Person[];
	signIn: (personId: string) => Promise<Session>;
	/** A manager's session, and so many employers to change. */
	manager: Session;
	employers: (count: number) => Promise<string[]>;
	/** Changes one employer again and again: each call is a write that was acknowledged. */
	writerOf: (employerId: string) => Promise<() => Promise<void>>;
};

export async function withOffice(kind: "embedded" | "postgres", work: (office: MeasuredOffice) => Promise<void>) {
	const databaseUrl = kind === "postgres" ? await createDatabase() : undefined;
	const server = await startServer(databaseUrl ? { databaseUrl } : {});
	const api = `${server.url}/api`;
	const json = { "content-type": "application/json" };
	try {
		const signIn = async (personId: string): Promise<Session> => {
			const response = await fetch(`${api}/session`, { method: "POST", headers: json, body: JSON.stringify({ personId }) });
			const { person } = (await response.json()) as { person: { regionCode: string } };
			return { cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "", regionCode: person.regionCode };
		};
		const { items: people } = (await (await fetch(`${api}/session/people`)).json()) as { items: Person[] };
		const manager = await signIn(people.find(({ role }) => role === "manager")?.id ?? "");
		const headers = { ...json, cookie: manager.cookie };
		const employers = async (count: number) => {
			const { items } = (await (await fetch(`${api}/employers?limit=${count}`, { headers })).json()) as { items: { id: string }[] };
			return items.map(({ id }) => id);
		};
		const writerOf = async (employerId: string) => {
			const address = `${api}/employers/${employerId}`;
			let { version } = (await (await fetch(address, { headers })).json()) as { version: number };
			return async () => {
				const body = JSON.stringify({ activity: `Mesure ${version}` });
				const response = await fetch(address, { method: "PATCH", headers: { ...headers, "if-match": `"${version}"`, "idempotency-key": randomUUID() }, body });
				if (!response.ok) throw new Error(`A write answered ${response.status}: ${await response.text()}`);
				({ version } = (await response.json()) as { version: number });
			};
		};
		await work({ server, api, people, signIn, manager, employers, writerOf });
	} finally {
		await server.stop();
		if (databaseUrl) await dropDatabase(databaseUrl);
	}
}
