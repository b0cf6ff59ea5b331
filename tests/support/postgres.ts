import { type ChildProcess, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { ended, freePort, onExit, startGroup, stopGroup } from "./processes.ts";
import { canInstall, findProgram, installPackages, isProgram, isRoot } from "./system.ts";

const oldest = 15;
const prefix = "jalon-postgres-";
const packaged = "/usr/lib/postgresql";

export type Cluster = {
	/** The cluster's superuser, for what a test must do behind the application's back. */
	adminUrl: string;
	version: string;
	stop: () => Promise<void>;
};

const majorOf = (initdb: string) => Number(/(\d+)/.exec(spawnSync(initdb, ["--version"], { encoding: "utf8" }).stdout ?? "")?.[1] ?? 0);

const list = (folder: string) => {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
};

/** The folder of the newest PostgreSQL of this system, from PATH or from where Debian keeps it out of PATH. */
export function findPostgres(): { bin: string; major: number } | undefined {
	const inPath = findProgram(["initdb"]);
	const folders = [...(inPath ? [join(inPath, "..")] : []), ...list(packaged).map((version) => join(packaged, version, "bin"))];
	return folders
		.filter((bin) => isProgram(join(bin, "initdb")) && isProgram(join(bin, "postgres")))
		.map((bin) => ({ bin, major: majorOf(join(bin, "initdb")) }))
		.filter(({ major }) => major >= oldest)
		.sort((a, b) => b.major - a.major)[0];
}

/** As `findPostgres`, but installs the system's package where it may; else says why there is none. */
export function providePostgres(): { bin: string; major: number } | { bin: null; reason: string } {
	const found = findPostgres();
	if (found) return found;
	if (!canInstall()) return { bin: null, reason: `no PostgreSQL ${oldest} or later on this system` };
	const failure = installPackages("postgresql");
	return findPostgres() ?? { bin: null, reason: failure ?? `the system's package brings no PostgreSQL ${oldest} or later` };
}

/** initdb refuses root: an ordinary user of this system, the database's own if there is one. */
function ordinaryUser(): { uid: number; gid: number } | undefined {
	if (!isRoot()) return undefined;
	const users = readFileSync("/etc/passwd", "utf8")
		.split("\n")
		.map((line) => line.split(":"))
		.map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
	const user =
		users.find(({ name }) => name === "postgres") ?? users.find(({ uid }) => uid >= 1000 && uid < 60_000) ?? users.find(({ name }) => name === "nobody");
	if (!user) throw new Error("PostgreSQL must run as an ordinary user and this system has none");
	return { uid: user.uid, gid: user.gid };
}

/** The lock file goes last: until then the postmaster and its children still write in the folder. */
function removeFolder(folder: string) {
	const lock = join(folder, "data", "postmaster.pid");
	const pause = new Int32Array(new SharedArrayBuffer(4));
	for (let tries = 0; tries < 60 && existsSync(lock); tries++) Atomics.wait(pause, 0, 0, 50);
	rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

function isAlive(pid: number) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== "ESRCH";
	}
}

/** A run that was killed outright leaves its cluster: its folder carries the dead run's process id. */
function sweep() {
	for (const name of list(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
		if (isAlive(Number(name.slice(prefix.length).split("-")[0]))) continue;
		const folder = join(tmpdir(), name);
		try {
			const postmaster = Number(readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n")[0]);
			// The number may have gone to another program since.
			if (spawnSync("ps", ["-o", "args=", "-p", String(postmaster)], { encoding: "utf8" }).stdout.includes(folder)) process.kill(postmaster, "SIGQUIT");
		} catch {
			// It stopped by itself, or never started.
		}
		try {
			removeFolder(folder);
		} catch {
			// Another person's folder.
		}
	}
}

async function whenReady(url: string, server: ChildProcess, log: () => string): Promise<string> {
	for (const end = Date.now() + 30_000; Date.now() < end; ) {
		if (ended(server)) throw new Error(`PostgreSQL stopped at once:\n${log()}`);
		const client = new pg.Client({ connectionString: url });
		try {
			await client.connect();
			const { rows } = await client.query<{ server_version: string }>("show server_version");
			return rows[0]?.server_version ?? "";
		} catch {
			await new Promise((resolve) => setTimeout(resolve, 50));
		} finally {
			await client.end().catch(() => {});
		}
	}
	throw new Error(`PostgreSQL did not answer within 30 s:\n${log()}`);
}

/** A throw-away cluster on a free port and in a temporary folder: no existing cluster is ever touched. */
export async function startCluster(): Promise<Cluster> {
	const found = providePostgres();
	if (found.bin === null) throw new Error(found.reason);
	sweep();
	const user = ordinaryUser();
	const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
	const data = join(folder, "data");
	const passwordFile = join(folder, "password");
	const password = randomBytes(16).toString("hex");
	writeFileSync(passwordFile, password, { mode: 0o600 });
	if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
	const remove = () => removeFolder(folder);
	const surroundings = { cwd: folder, env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", TZ: "UTC" }, ...user };
	const init = spawnSync(
		join(found.bin, "initdb"),
		["-D", data, "-U", "postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"],
		{ ...surroundings, encoding: "utf8" },
	);
	if (init.status !== 0) {
		remove();
		throw new Error(`initdb failed: ${init.stderr || init.error?.message}`);
	}
	const port = await freePort();
	const settings = {
		port,
		listen_addresses: "127.0.0.1",
		unix_socket_directories: "",
		fsync: "off",
		synchronous_commit: "off",
		full_page_writes: "off",
		max_connections: 60,
		shared_buffers: "128MB",
		timezone: "UTC",
	};
	let log = "";
	// SIGQUIT, not SIGKILL: a killed postmaster leaves its shared memory and its children.
	const server = startGroup(
		join(found.bin, "postgres"),
		["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
		{ ...surroundings, stdio: ["ignore", "ignore", "pipe"] },
		"SIGQUIT",
	);
	server.stderr?.on("data", (chunk) => {
		log = (log + chunk).slice(-20_000);
	});
	onExit(remove);
	const adminUrl = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
	try {
		const version = await whenReady(adminUrl, server, () => log);
		await withAdmin(adminUrl, async (client) => {
			// As a managed PostgreSQL gives it: owner of its databases, no superuser, so that row security binds it.
			await client.query(`create role jalon login createdb createrole password '${password}'`);
		});
		return {
			adminUrl,
			version,
			stop: async () => {
				await stopGroup(server, "SIGINT", 5_000, "SIGQUIT");
				remove();
			},
		};
	} catch (error) {
		await stopGroup(server, "SIGQUIT");
		remove();
		throw error;
	}
}

async function withAdmin<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: adminUrl });
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

let own: Promise<Cluster> | undefined;
/** The cluster the test command started for every suite, or one for this process alone. */
export async function clusterUrl(): Promise<string> {
	const shared = process.env.JALON_TEST_POSTGRES;
	if (shared) return shared;
	own ??= startCluster();
	return (await own).adminUrl;
}

/** Stops the cluster of this process, if it had to start one. */
export async function stopOwnCluster() {
	await (await own)?.stop();
	own = undefined;
}

const nameIn = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1));

/**
 * A fresh database's URL, owned by a role that is no superuser. `from`: the URL of a database nobody is connected to
 * any more (migrated and seeded once), copied in a few tens of milliseconds.
 */
export async function createDatabase(from?: string): Promise<string> {
	const adminUrl = await clusterUrl();
	const name = `t_${randomBytes(6).toString("hex")}`;
	await withAdmin(adminUrl, (client) =>
		client.query(`create database ${name} owner jalon template ${from ? client.escapeIdentifier(nameIn(from)) : "template0"}`),
	);
	const url = new URL(adminUrl);
	url.username = "jalon";
	url.pathname = `/${name}`;
	return url.href;
}

/** Ends the connections to a database that `createDatabase` gave, and removes it. */
export async function dropDatabase(url: string) {
	await withAdmin(await clusterUrl(), (client) => client.query(`drop database if exists ${client.escapeIdentifier(nameIn(url))} with (force)`));
}
