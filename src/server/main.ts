import { setFlagsFromString } from "node:v8";
import { readSettings } from "./settings.ts";
import { StartRefusal } from "./start-refusal.ts";
import { isSupervised, supervise } from "./supervise.ts";

// Garbage is taken away sooner: a file of 100,000 rows that passes through leaves the process small, for a few hundredths of its speed.
setFlagsFromString("--heap-growing-percent=20");

// The embedded engine lives in the server's process and may fall with it: a small parent starts it again. With PostgreSQL, whoever runs the processes restarts them.
try {
	const settings = readSettings(process.env, process.argv.slice(2));
	if (settings.databaseUrl !== null || isSupervised()) {
		const { serve } = await import("./serve.ts");
		await serve(settings);
	} else supervise();
} catch (error) {
	if (!(error instanceof StartRefusal)) throw error;
	console.error(error.message);
	process.exit(1);
}
