import { readSettings } from "./settings.ts";
import { StartRefusal } from "./start-refusal.ts";
import { isSupervised, supervise } from "./supervise.ts";

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
