import { randomUUID } from "node:crypto";
import type { LogEvent } from "kysely";
import { createApi } from "#api/create-api.ts";
import type { Role } from "#contract/endpoint.ts";
import { type OpenDatabase, openEmbedded, openPostgres } from "../../src/server/database.ts";
import { cookieSessions } from "../../src/server/sessions.ts";
import { openEmptyOffice } from "../support/empty-office.ts";
import { dayOfMeasure, instantOfMeasure } from "./day.ts";

export type Statement = { sql: string; parameters: readonly unknown[] };
export type Answer = { status: number; body: unknown };
type Init = { method?: string; body?: unknown; headers?: Record<string, string> };

/** The API as the server assembles it, in this process and without HTTP: every statement it sends is seen. */
export type Home = {
	opened: OpenDatabase;
	/** Answers, or throws with what was answered when it is no success. */
	ask(path: string, init?: Init): Promise<Answer>;
	/** Every statement of one request: of the session, of the caller, of the transaction's settings and its own. */
	statementsOf(path: string, init?: Init): Promise<Statement[]>;
	signIn(role: Role): Promise<string>;
	/** For a server in front of it. */
	answer(request: Request): Promise<Response>;
	close(): Promise<void>;
};

/** They carry no question and read nothing; PGlite does not even send them through the log. */
const boundary = /^(begin|start transaction|commit|rollback)\b/i;

/** On a loaded database: its people are there. `prepared` is embedded, in a folder that was made before. */
export async function openHome(where: { databaseUrl: string } | "embedded" | "prepared", load?: (opened: OpenDatabase) => Promise<unknown>): Promise<Home> {
	let seen: Statement[] = [];
	const log = (event: LogEvent) => {
		if (!boundary.test(event.query.sql)) seen.push({ sql: event.query.sql, parameters: event.query.parameters });
	};
	const opened = await (where === "embedded" ? openEmbedded(null, log) : where === "prepared" ? openEmptyOffice(log) : openPostgres(where.databaseUrl, log));
	await load?.(opened);
	const now = () => new Date(instantOfMeasure);
	const api = createApi({
		database: opened.database,
		sessions: cookieSessions(opened.database, { isSecure: () => false, idleSeconds: 1800, now }),
		now,
		newId: randomUUID,
		demonstration: true,
		log: (entry) => console.error(JSON.stringify(entry)),
	});
	let cookie = "";
	const ask = async (path: string, { method = "GET", body, headers }: Init = {}): Promise<Answer> => {
		const id = (body as { id?: string } | undefined)?.id;
		const response = await api(
			new Request(`http://jalon.test/api${path}`, {
				method,
				headers: {
					"accept-language": "fr-CA",
					...(cookie ? { cookie } : {}),
					...(body === undefined ? {} : { "content-type": "application/json" }),
					...(method === "GET" ? {} : { "idempotency-key": id ?? randomUUID() }),
					...headers,
				},
				...(body === undefined ? {} : { body: JSON.stringify(body) }),
			}),
		);
		const sent = response.headers.get("set-cookie");
		if (sent) cookie = sent.split(";")[0] ?? "";
		const answer = { status: response.status, body: response.status === 204 ? null : await response.json() };
		if (response.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 500)}`);
		return answer;
	};
	return {
		opened,
		ask,
		statementsOf: async (path, init) => {
			seen = [];
			await ask(path, init);
			return seen;
		},
		signIn: async (role) => {
			const { rows } = await opened.query(
				"select id from person where role = $1 and region_code = '16' and valid_from <= $2 and valid_to is null order by id limit 1",
				[role, dayOfMeasure],
			);
			const personId = String(rows[0]?.id);
			await ask("/session", { method: "POST", body: { personId } });
			return personId;
		},
		answer: api,
		close: () => opened.close(),
	};
}
