import pg from "pg";
import { servingRole } from "#api/caller.ts";
import { StartRefusal } from "./start-refusal.ts";

type Query = (sql: string, parameters?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

const quoted = (name: string) => pg.escapeIdentifier(name);

/** After the migrations, by the owner: the login of DATABASE_URL may become the role that serves, and nothing more. */
export async function admitServingLogin(owner: Query, login: string): Promise<void> {
	const { rows } = await owner("select pg_has_role($1::name, $2::name, 'member') as admitted from pg_roles where rolname = $1", [login, servingRole]);
	if (rows[0]?.admitted === true) return;
	await owner(`grant ${servingRole} to ${quoted(login)}`).catch((error: Error) => {
		throw new StartRefusal(
			`The login of DATABASE_URL (${login}) may not serve Jalon, and DATABASE_ADMIN_URL may not let it: ${error.message}. Run once, as an administrator of PostgreSQL: grant ${servingRole} to ${quoted(login)};`,
		);
	});
}

/** By the serving pool itself, before anything listens: the role it has become is bound by every policy, and it reads. */
export async function requireServing(serving: Query): Promise<void> {
	const { rows } = await serving(`
		select session_user::text as login, current_user::text as role, r.rolsuper or r.rolbypassrls as unbound,
			exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and pg_has_role(c.relowner, 'usage')) as owns
		from pg_roles r where r.rolname = current_user`).catch((error: Error) => {
		throw new StartRefusal(`The login of DATABASE_URL cannot serve Jalon: ${error.message}.`);
	});
	const { login, role, unbound, owns } = rows[0] ?? {};
	if (role !== servingRole) throw new StartRefusal(`The login of DATABASE_URL (${login}) serves as ${role}, not as ${servingRole}.`);
	if (unbound || owns)
		throw new StartRefusal(
			`${servingRole}, as which DATABASE_URL serves, is ${unbound ? "a superuser or exempt from row security" : "an owner of Jalon's tables"}: nothing would keep one region from another. Take that from it.`,
		);
	// A session is looked for before anybody is known: the first thing any request does.
	await serving("select 1 from session where token_hash = ''").catch((error: Error) => {
		throw new StartRefusal(`${servingRole}, as which DATABASE_URL serves, cannot read: ${error.message}. Restore its rights, or run the migrations again.`);
	});
}
