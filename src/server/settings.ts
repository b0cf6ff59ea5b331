import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createSecureContext } from "node:tls";
import { StartRefusal } from "./start-refusal.ts";

export type Settings = {
	port: number;
	host: string;
	dataDir: string;
	databaseUrl: string | null;
	/** The owner's, for migrations and backups: DATABASE_URL's own unless another is given; null with the embedded database. */
	databaseAdminUrl: string | null;
	demonstration: boolean;
	/** Where people reach Jalon, when that is not where it listens. */
	publicOrigin: string | null;
	/** How many proxies stand before it and may say who asks; 0: nobody is believed. */
	trustProxy: number;
	tls: { cert: Buffer; key: Buffer } | null;
	/** null: somebody else keeps the backups (a PostgreSQL server's own). */
	backupDir: string | null;
	backupsKept: number;
	/** Files attached to records, named by their content; several processes share one folder. */
	documentsDir: string;
	/** Of one employer, visit or case. */
	documentsPerRecord: number;
	documentMegabytesPerRecord: number;
	/** Without a request for so long, a session ends. */
	idleSeconds: number;
	/** The mail server and who writes; null: no e-mail leaves. The address of the server may hold a password. */
	mail: { url: string; from: string } | null;
	/** A request that takes longer to arrive is dropped. */
	requestSeconds: number;
};

type Environment = Record<string, string | undefined>;

export const isLoopback = (host: string) => /^(localhost|::1|127(\.\d{1,3}){3})$/.test(host);

function wholeNumber(environment: Environment, name: string, usual: number, least: number, most: number): number {
	const written = environment[name] ?? String(usual);
	const value = /^\d+$/.test(written) ? Number(written) : Number.NaN;
	if (!(value >= least && value <= most)) throw new StartRefusal(`${name} must be a number from ${least} to ${most}, not "${written}".`);
	return value;
}

function readOrigin(written: string | undefined): string | null {
	if (!written) return null;
	const url = URL.canParse(written) ? new URL(written) : null;
	if (!url || !/^https?:$/.test(url.protocol) || url.origin !== written.replace(/\/$/, ""))
		throw new StartRefusal(`PUBLIC_ORIGIN must be an address without a path, such as https://jalon.example, not "${written}".`);
	return url.origin;
}

function readTls({ TLS_CERT, TLS_KEY }: Environment): Settings["tls"] {
	if (!TLS_CERT && !TLS_KEY) return null;
	if (!TLS_CERT || !TLS_KEY) throw new StartRefusal(`${TLS_CERT ? "TLS_KEY" : "TLS_CERT"} is missing: https needs a certificate and its key.`);
	const read = (name: string, path: string) => {
		try {
			return readFileSync(path);
		} catch (error) {
			throw new StartRefusal(`${name}: the file ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
		}
	};
	const tls = { cert: read("TLS_CERT", TLS_CERT), key: read("TLS_KEY", TLS_KEY) };
	try {
		createSecureContext(tls);
	} catch (error) {
		throw new StartRefusal(`TLS_CERT (${TLS_CERT}) and TLS_KEY (${TLS_KEY}) are not a certificate and its key, in PEM: ${(error as Error).message}.`);
	}
	return tls;
}

function readDatabaseUrl(environment: Environment, name: "DATABASE_URL" | "DATABASE_ADMIN_URL"): string | null {
	const url = environment[name];
	if (!url) return null;
	// The address holds a password: it is never repeated.
	if (!/^postgres(ql)?:$/.test(URL.canParse(url) ? new URL(url).protocol : ""))
		throw new StartRefusal(`${name} must be an address that starts with postgresql://.`);
	return url;
}

function readMail({ SMTP_URL, MAIL_FROM }: Environment): Settings["mail"] {
	if (!SMTP_URL && !MAIL_FROM) return null;
	if (!SMTP_URL || !MAIL_FROM) throw new StartRefusal(`${SMTP_URL ? "MAIL_FROM" : "SMTP_URL"} is missing: e-mail needs a server and who writes.`);
	const url = URL.canParse(SMTP_URL) ? new URL(SMTP_URL) : null;
	// It may hold a password: it is never repeated.
	if (!url?.hostname || !/^smtps?:$/.test(url.protocol))
		throw new StartRefusal("SMTP_URL must be an address such as smtp://courriel.example:587 or smtps://….");
	if (!/^[^\r\n<>]*<?[^\s@<>]+@[^\s@<>]+>?$/.test(MAIL_FROM))
		throw new StartRefusal(`MAIL_FROM must be an e-mail address, such as Jalon <jalon@courriel.example>, not "${MAIL_FROM}".`);
	return { url: SMTP_URL, from: MAIL_FROM };
}

/** From the environment and the command line; a bad value is said in words, never guessed. */
export function readSettings(environment: Environment, commandLine: string[]): Settings {
	const host = environment.HOST ?? "127.0.0.1";
	const demonstration = environment.JALON_DEMO === "1" || commandLine.includes("--demo");
	if (demonstration && !isLoopback(host))
		throw new StartRefusal(`The demonstration lets anybody in without a password: it only listens on this computer, not on HOST=${host}.`);
	const dataDir = environment.DATA_DIR || ".data";
	const databaseUrl = readDatabaseUrl(environment, "DATABASE_URL");
	return {
		port: wholeNumber(environment, "PORT", 8080, 0, 65535),
		host,
		dataDir,
		databaseUrl,
		databaseAdminUrl: databaseUrl && (readDatabaseUrl(environment, "DATABASE_ADMIN_URL") ?? databaseUrl),
		demonstration,
		publicOrigin: readOrigin(environment.PUBLIC_ORIGIN),
		trustProxy: wholeNumber(environment, "TRUST_PROXY", 0, 0, 10),
		tls: readTls(environment),
		backupDir: environment.BACKUP_DIR || (databaseUrl ? null : join(dataDir, "backups")),
		backupsKept: wholeNumber(environment, "BACKUP_KEEP", 14, 1, 10_000),
		documentsDir: environment.DOCUMENTS_DIR || join(dataDir, "documents"),
		documentsPerRecord: wholeNumber(environment, "DOCUMENTS_PER_RECORD", 200, 1, 10_000),
		documentMegabytesPerRecord: wholeNumber(environment, "DOCUMENT_MB_PER_RECORD", 500, 1, 100_000),
		idleSeconds: wholeNumber(environment, "SESSION_IDLE_SECONDS", 1800, 4, 43_200),
		// The people of the demonstration are fictional: nothing is sent to them.
		mail: demonstration ? null : readMail(environment),
		requestSeconds: wholeNumber(environment, "REQUEST_SECONDS", 60, 1, 600),
	};
}
