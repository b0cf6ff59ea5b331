export type Settings = { port: number; host: string; dataDir: string; databaseUrl: string | null; demonstration: boolean };

const isLoopback = (host: string) => host === "localhost" || host === "::1" || /^127\./.test(host);

/** From the environment and the command line; a bad value is said in words, never guessed. */
export function readSettings(environment: NodeJS.ProcessEnv, commandLine: string[]): Settings {
	const port = Number(environment.PORT ?? 8080);
	if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT must be a number from 0 to 65535, not "${environment.PORT}".`);
	const host = environment.HOST ?? "127.0.0.1";
	const demonstration = environment.JALON_DEMO === "1" || commandLine.includes("--demo");
	if (demonstration && !isLoopback(host))
		throw new Error(`The demonstration lets anybody in without a password: it only listens on this computer, not on HOST=${host}.`);
	return { port, host, dataDir: environment.DATA_DIR ?? ".data", databaseUrl: environment.DATABASE_URL || null, demonstration };
}
