import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type OpenDatabase, openPostgres } from "../../src/server/database.ts";
import { readSettings } from "../../src/server/settings.ts";
import { type Cluster, startCluster } from "../support/postgres.ts";
import { startServer } from "../support/server.ts";

describe.skipIf(inject("targetKind") !== "postgres")("Un compte possède la base, un autre sert", () => {
	let cluster: Cluster;
	let superuser: pg.Client;
	const urlOf = (login: string, database = "bureau") => {
		const url = new URL(cluster.adminUrl);
		url.username = login;
		url.pathname = `/${database}`;
		return url.href;
	};
	beforeAll(async () => {
		// Roles are the whole cluster's: what is done to them here must not be seen by another test.
		cluster = await startCluster();
		const first = new pg.Client({ connectionString: cluster.adminUrl });
		await first.connect();
		await first.query("create database bureau owner jalon");
		await first.query(`create role guichet login password '${new URL(cluster.adminUrl).password}'`);
		await first.end();
		superuser = new pg.Client({ connectionString: urlOf("postgres") });
		await superuser.connect();
	});
	afterAll(async () => {
		await superuser?.end();
		await cluster?.stop();
	});

	const open = () => openPostgres(urlOf("guichet"), undefined, urlOf("jalon"));
	const opening = async () => {
		let opened: OpenDatabase | undefined;
		try {
			opened = await open();
			return "opened";
		} catch (error) {
			return (error as Error).message;
		} finally {
			await opened?.close();
		}
	};

	it("le serveur démarre : il met la base à jour avec l’un, sert avec l’autre, qui n’y lit rien de lui-même", async () => {
		const server = await startServer({ demo: false, databaseUrl: urlOf("guichet"), env: { DATABASE_ADMIN_URL: urlOf("jalon") } });
		const setup = (await (await fetch(`${server.url}/api/setup`)).json()) as { needed: boolean; regions: object[] };
		await server.stop();
		expect([setup.needed, setup.regions.length]).toEqual([true, 17]);
		const client = new pg.Client({ connectionString: urlOf("guichet") });
		await client.connect();
		const { rows } = await client.query("select tableowner from pg_tables where schemaname = 'public' and tableowner = session_user");
		expect(rows).toEqual([]);
		await client.query("set role jalon_app");
		expect((await client.query("select 1 from employer")).rows).toEqual([]);
		await client.end();
	}, 90_000);

	it.each([
		["échappe à la sécurité des lignes", "alter role jalon_app bypassrls", "alter role jalon_app nobypassrls", /exempt from row security/],
		[
			"possède une table",
			"grant create on schema public to jalon_app; alter table employer owner to jalon_app",
			"alter table employer owner to jalon",
			/owner of Jalon's tables/,
		],
		["ne peut pas lire", "revoke select on session from jalon_app", "grant select on session to jalon_app", /cannot read/],
	])(
		"il refuse de servir, en mots, quand le rôle qui sert %s",
		async (_, spoil, mend, words) => {
			await superuser.query(spoil);
			try {
				expect(await opening()).toMatch(words);
			} finally {
				await superuser.query(mend);
			}
			expect(await opening()).toBe("opened");
		},
		60_000,
	);

	it("sans DATABASE_ADMIN_URL, le même compte fait les deux ; dit une seule fois", () => {
		const [url, other] = [urlOf("guichet"), urlOf("jalon")];
		expect(readSettings({ DATABASE_URL: url }, []).databaseAdminUrl).toBe(url);
		expect(readSettings({ DATABASE_URL: url, DATABASE_ADMIN_URL: other }, []).databaseAdminUrl).toBe(other);
		expect(readSettings({ DATABASE_ADMIN_URL: other }, []).databaseAdminUrl).toBeNull();
	});
});
