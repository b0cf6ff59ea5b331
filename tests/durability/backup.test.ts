import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { derivedTables } from "../../src/server/backup/catalogue.ts";
import { backupName, isDue, listBackups, rotate } from "../../src/server/backup/files.ts";
import { engineMajor } from "../../src/server/embedded/engine.ts";
import { createDatabase, dropDatabase, stopOwnCluster } from "../support/postgres.ts";
import { copyData } from "../support/prepared-folders.ts";
import { startServer } from "../support/server.ts";
import { command } from "./support/command.ts";
import { Office } from "./support/office.ts";
import { scratch } from "./support/rounds.ts";
import { entryOf, flipByte, inTable, rewrite, tablesOf } from "./support/tampering.ts";

/** A note that a careless reader of lines would cut: line separators of Unicode, quotes, a backslash, an emoji. */
const awkward = 'Ligne\u2028suivante \u2029 « guillemets » \\ "deux" 🍁';
const folder = scratch("backup");
const data = join(folder, "data");
const archive = join(folder, "office.tar");
const document = crypto.randomUUID();
let written = "";
let databaseUrl = "";

beforeAll(async () => {
	copyData(inject("prepared"), data);
	const server = await startServer({ dataDir: data });
	const office = await new Office(server.url).signIn();
	written = crypto.randomUUID();
	expect((await office.add(written)).status).toBe(201);
	const { body } = await office.ask("GET", `/employers/${written}`);
	const headers = { "if-match": `"${body.version}"` };
	expect((await office.ask("PATCH", `/employers/${written}`, { activity: awkward } as { id?: string }, undefined, headers)).status).toBe(200);
	expect(await office.attach(written, document)).toBe(201);
	const { code, said, failed } = await command(["backup", archive], { DATA_DIR: data });
	expect({ code, failed }).toEqual({ code: 0, failed: "" });
	expect(said).toContain(archive);
	// Nobody waited for it, and nothing is left of the copy it was read from.
	expect((await office.ask("GET", "/employers?limit=1")).status).toBe(200);
	expect(readdirSync(data).filter((name) => name.startsWith("copy-"))).toEqual([]);
	await server.stop();
});
afterAll(async () => {
	if (databaseUrl) await dropDatabase(databaseUrl);
	await stopOwnCluster();
});

const restoreInto = (name: string, file: string, ...more: string[]) => command(["restore", file, ...more], { DATA_DIR: join(folder, name) });
const holdsNothing = (name: string) => !existsSync(join(folder, name, "pg"));

describe("Une copie de sauvegarde", () => {
	test("faite pendant que l’on travaille, restaurée dans un dossier neuf, rend chaque table à l’octet près", async () => {
		expect(await restoreInto("restored", archive)).toMatchObject({ code: 0, failed: "" });
		const again = join(folder, "again.tar");
		expect(await command(["backup", again], { DATA_DIR: join(folder, "restored") })).toMatchObject({ code: 0 });
		const [before, after] = [await tablesOf(archive), await tablesOf(again)];
		expect([...after.keys()]).toEqual([...before.keys()]);
		for (const [name, lines] of before) expect({ name, same: after.get(name) === lines }).toEqual({ name, same: true });
		expect(before.get("employer")).toContain("Ligne\u2028suivante");
		expect((await entryOf(again, "checksums.json")).sequences).toEqual((await entryOf(archive, "checksums.json")).sequences);
	});

	test("restaurée, se rouvre sur les mêmes écrans : listes, totaux et journal continuent", async () => {
		const server = await startServer({ dataDir: join(folder, "restored") });
		const office = await new Office(server.url).signIn();
		const { body } = await office.ask("GET", `/employers?limit=1&q=${encodeURIComponent(`Atelier ${written}`)}`);
		expect(body).toMatchObject({ total: 1 });
		expect((await office.ask("GET", `/employers/${written}`)).body.activity).toBe(awkward);
		expect(await office.missingDocuments([document])).toEqual([]);
		expect((await office.add()).status).toBe(201);
		await server.stop();
	});

	test("transférée vers PostgreSQL, rend chaque table à l’octet près, et aucune table n’est oubliée", async () => {
		// Signing in and reading since the first backup have touched the session: the state that is left is the one transferred.
		const last = join(folder, "last.tar");
		expect(await command(["backup", last], { DATA_DIR: data })).toMatchObject({ code: 0 });
		databaseUrl = await createDatabase();
		expect(await command(["transfer", databaseUrl], { DATA_DIR: data })).toMatchObject({ code: 0, failed: "" });
		const there = join(folder, "postgres.tar");
		expect(
			await command(["backup", there], { DATABASE_URL: databaseUrl, DATA_DIR: join(folder, "none"), DOCUMENTS_DIR: join(data, "documents") }),
		).toMatchObject({ code: 0, failed: "" });
		const [before, after] = [await tablesOf(last), await tablesOf(there)];
		for (const [name, lines] of before) expect({ name, same: after.get(name) === lines }).toEqual({ name, same: true });
		const client = new pg.Client({ connectionString: databaseUrl });
		await client.connect();
		const { rows } = await client.query("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')");
		await client.end();
		expect([...after.keys(), ...derivedTables, "migration"].sort()).toEqual(rows.map((row) => String(row.relname)).sort());
	});

	test("dit par leur nom les documents qui ont perdu leur contenu, garde tout le reste, et les rend quand on la restaure", async () => {
		const kept = join(folder, "kept");
		cpSync(join(data, "documents"), kept, { recursive: true });
		const names = readdirSync(kept, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
		const [lost, rotten] = names.map((entry) => join(entry.parentPath, entry.name)).sort() as [string, string];
		rmSync(lost);
		flipByte(rotten, rotten, 40);
		const said = await command(["backup", join(folder, "partial.tar")], { DATA_DIR: join(folder, "restored"), DOCUMENTS_DIR: kept });
		expect(said.code).toBe(0);
		for (const path of [lost, rotten]) expect(said.failed).toContain(path.slice(kept.length + 1));
		expect(await command(["restore", archive, "--replace"], { DATA_DIR: join(folder, "restored"), DOCUMENTS_DIR: kept })).toMatchObject({
			code: 0,
			failed: "",
		});
		const whole = await command(["backup", join(folder, "whole.tar")], { DATA_DIR: join(folder, "restored"), DOCUMENTS_DIR: kept });
		expect(whole).toMatchObject({ code: 0, failed: "" });
	});

	test("n’est jamais versée dans une base qui contient déjà quelqu’un", async () => {
		const occupied = await restoreInto("restored", archive);
		expect(occupied.code).toBe(1);
		expect(occupied.failed).toContain("is not empty");
		const postgres = await command(["restore", archive], { DATABASE_URL: databaseUrl });
		expect(postgres.code).toBe(1);
		expect(postgres.failed).toContain("into an empty one only");
	});
});

describe("Une copie de sauvegarde est refusée en toutes lettres, sans rien laisser, si", () => {
	test("un octet a changé", async () => {
		const damaged = join(folder, "damaged.tar");
		flipByte(archive, damaged, Math.floor(statSync(archive).size * 0.6));
		const { code, failed } = await restoreInto("refused", damaged);
		expect({ code, failed }).toEqual({ code: 1, failed: expect.stringContaining("is damaged") });
		expect(holdsNothing("refused")).toBe(true);
	});

	test("elle est coupée", async () => {
		const cut = join(folder, "cut.tar");
		cpSync(archive, cut);
		truncateSync(cut, Math.floor(statSync(archive).size * 0.7));
		const { code, failed } = await restoreInto("refused", cut);
		expect({ code, failed }).toEqual({ code: 1, failed: expect.stringMatching(/damaged|cut short/) });
		expect(holdsNothing("refused")).toBe(true);
	});

	test("un document n’est plus ce qu’il était, et son nom est dit", async () => {
		const forged = join(folder, "document.tar");
		let changed = "";
		await rewrite(archive, forged, (name, content) => {
			if (changed || !name.startsWith("documents/")) return content;
			changed = name;
			return Buffer.from(content).fill(0x20, 0, 1);
		});
		const { code, failed } = await restoreInto("refused", forged);
		expect({ code, failed }).toEqual({ code: 1, failed: expect.stringContaining(changed) });
		expect(holdsNothing("refused")).toBe(true);
	});

	test("une ligne a été récrite à la main", async () => {
		const forged = join(folder, "forged.tar");
		await rewrite(archive, forged, (name, content) =>
			name === "tables/employer.ndjson.gz" ? inTable(content, (text) => text.replace("Ligne\u2028suivante", "Autre chose")) : content,
		);
		const { code, failed } = await restoreInto("refused", forged);
		expect({ code, failed }).toEqual({ code: 1, failed: expect.stringContaining("the checksum of the table employer") });
		expect(holdsNothing("refused")).toBe(true);
	});

	test("elle vient d’un Jalon plus récent", async () => {
		const newer = join(folder, "newer.tar");
		await rewrite(archive, newer, (name, content) => {
			if (name !== "jalon.json") return content;
			const about = JSON.parse(content.toString()) as { migrations: string[] };
			return Buffer.from(JSON.stringify({ ...about, migrations: [...about.migrations, "9999-demain.sql"] }));
		});
		const { code, failed } = await restoreInto("refused", newer);
		expect({ code, failed }).toEqual({ code: 1, failed: expect.stringContaining("was made by a newer Jalon (9999-demain.sql)") });
		expect(holdsNothing("refused")).toBe(true);
	});
});

describe("Quand le moteur de la base change de version", () => {
	const upgraded = join(folder, "upgraded");
	const start = () => startServer({ dataDir: upgraded, demo: true });
	beforeAll(() => {
		copyData(data, upgraded);
		writeFileSync(join(upgraded, "pg", "PG_VERSION"), "17\n");
	});

	test("sans copie de sauvegarde qui tienne tout, Jalon ne démarre pas et dit quoi faire", async () => {
		await expect(start()).rejects.toThrow(/finds no backup in .*npm run backup/);
		mkdirSync(join(upgraded, "backups"));
		await rewrite(archive, join(upgraded, "backups", backupName(new Date(0))), (name, content) =>
			name === "checksums.json" ? Buffer.from(JSON.stringify({ ...JSON.parse(content.toString()), finishedAt: "2020-01-01T00:00:00.000Z" })) : content,
		);
		await expect(start()).rejects.toThrow(/is older than the last write/);
	});

	test("Jalon repart de la dernière copie, le dit, et garde l’ancien dossier", async () => {
		// As with the former version: stopped, then backed up.
		expect(await command(["backup", join(upgraded, "backups/")], { DATA_DIR: data })).toMatchObject({ code: 0 });
		const server = await start();
		expect(server.output()).toMatch(/made by PostgreSQL 17; .*restoring the backup[\s\S]*former folder is kept/);
		const office = await new Office(server.url).signIn();
		expect(await office.missing([])).toEqual([]);
		expect((await office.ask("GET", `/employers/${written}`)).status).toBe(200);
		await server.stop();
		expect(existsSync(join(upgraded, "pg.postgresql-17"))).toBe(true);
	});

	test("la version que l’on croit embarquer est celle du moteur", async () => {
		const engine = await PGlite.create(join(upgraded, "pg"));
		const { rows } = await engine.query<{ server_version_num: string }>("show server_version_num");
		expect(String(rows[0]?.server_version_num).slice(0, 2)).toBe(engineMajor);
		await engine.close();
	});
});

test("On garde les quatorze dernières copies du jour, et ce qu’une personne a rangé là sous un autre nom", () => {
	const kept = scratch("rotation");
	for (let day = 1; day <= 20; day++) writeFileSync(join(kept, backupName(new Date(Date.UTC(2026, 0, day, 2)))), "");
	writeFileSync(join(kept, "avant-la-mise-a-jour.tar"), "");
	rotate(kept, 14);
	const left = listBackups(kept);
	expect(left).toHaveLength(14);
	expect(left[0]).toContain("jalon-2026-01-07T");
	expect(existsSync(join(kept, "avant-la-mise-a-jour.tar"))).toBe(true);
	expect(isDue(kept, new Date())).toBe(false);
	expect(isDue(kept, new Date(Date.now() + 25 * 3_600_000))).toBe(true);
});
