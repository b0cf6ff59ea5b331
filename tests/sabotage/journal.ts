import type { Breakage } from "./breakages.ts";

const schema = "src/api/sql/migrations/0004-journal.sql";
const onPostgres = { project: "contract", env: { CONTRACT_TARGET: "postgres" } };

/** The past, and what happens when two people write at once. */
export const ofJournal: Breakage[] = [
	{
		...onPostgres,
		name: "journal: writers no longer wait for one another",
		file: schema,
		find: "	perform pg_advisory_xact_lock(7240);\n",
		replace: "",
		test: "contract/journal",
		title: "ne perdent rien quand huit personnes écrivent",
	},
	{
		...onPostgres,
		name: "journal: the version is not looked at",
		file: "src/api/presenting.ts",
		find: "expected !== null && expected !== actual",
		replace: "expected === -1",
		test: "contract/concurrency",
		title: "chaque écriture reçue compte une fois",
	},
];
