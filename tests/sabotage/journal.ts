import type { Breakage } from "./breakages.ts";

const schema = "src/api/sql/migrations/0004-journal.sql";
const inRules = { project: "rules", test: "rules/journal-traps" };
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
	{
		...inRules,
		name: "journal: one table is written without its trigger",
		file: schema,
		find: "		perform write_known_at(entity.name);\n	end loop;",
		replace: "		perform write_known_at(entity.name);\n	end loop;\n	drop trigger journal_update on tool_use;",
		title: "reste ce que l’on savait, pour chaque sorte de fiche",
	},
	{
		...inRules,
		name: "journal: undoing forgets the rows that were changed",
		file: schema,
		find: "s.ok and s.first_op = ''u'' and s.last_op <> ''d'' and c.id",
		replace: "s.ok and s.first_op = ''u'' and s.last_op = ''d'' and c.id",
		title: "remet tout ce que personne n’a touché depuis",
	},
	{
		...inRules,
		name: "journal: « now » is a bare clock",
		file: schema,
		find: "return coalesce((select recorded_at from revision order by seq desc limit 1), now());",
		replace: "return clock_timestamp() + interval '1 hour';",
		title: "ne change plus une fois dit",
	},
	{
		...inRules,
		name: "journal: a renamed column is lost in the past",
		file: schema,
		find: "coalesce((select image -> f from unnest(c.former) f where image ? f limit 1), c.absent)",
		replace: "c.absent",
		title: "ce qu’on savait avant se lit sous la forme d’aujourd’hui",
	},
	{
		...inRules,
		name: "journal: half a batch is undone by who sees half of it",
		file: schema,
		find: "if batch_size(batch) <>",
		replace: "if 1 = 0 and batch_size(batch) <>",
		title: "aucune des deux n’en défait la moitié",
	},
	{
		...onPostgres,
		name: "journal: a report is put back whatever its life says",
		file: "src/api/rules/visit-lifecycle.ts",
		find: 'if (!visitAllows(from, "update")) return null;',
		replace: 'if (from === "planned" && !visitAllows(from, "update")) return null;',
		test: "contract/restore",
		title: "est refusé en français pour un rapport annulé",
	},
	{
		...onPostgres,
		name: "journal: a redaction leaves kept answers as they were",
		file: "src/api/sql/migrations/0006-row-security.sql",
		find: "update idempotency_key k set body = blanked(k.body, wanted_id, camel, names, tombstone)",
		replace: "update idempotency_key k set body = k.body",
		test: "contract/redaction",
		title: "ni dans une réponse gardée",
	},
	{
		...onPostgres,
		name: "journal: a redaction leaves the reports that named the person",
		file: "src/api/sql/migrations/0006-row-security.sql",
		find: "when key = 'contactName' and fold(item #>> '{}') = any(names) then to_jsonb(tombstone)",
		replace: "when key = '' then to_jsonb(tombstone)",
		test: "contract/redaction",
		title: "ni dans un rapport qui nommait la personne",
	},
	{
		...onPostgres,
		name: "journal: history is filtered by field in name only",
		file: "src/api/routes/journal.ts",
		find: "} = any(r.fields)`",
		replace: "} is not null`",
		test: "contract/journal",
		title: "se filtre sur toute sa longueur",
	},
];
