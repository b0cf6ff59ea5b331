import { sql, type Transaction } from "kysely";
import { type AlertKind, type DigestPreference, digestLanguages, usualDigest } from "#contract/digests.ts";
import type { Context } from "../caller.ts";
import type { Fact } from "../rules/digests.ts";
import type { Tables } from "../sql/tables.ts";

/** Keeps how alerts stood when they were told, by e-mail or, `seen`, by the page. */
export async function noteTold(
	db: Transaction<Tables>,
	{ personId, alerts, today, seen = false }: { personId: string; alerts: readonly Pick<Fact, "fact" | "state">[]; today: string; seen?: boolean },
): Promise<void> {
	if (alerts.length === 0) return;
	await sql`insert into told_alert (person_id, fact, told_as, told_on, seen_as)
		select ${personId}::uuid, t.fact, t.state, ${today}::date, case when ${seen} then t.state end from unnest(${alerts.map(({ fact }) => fact)}::text[], ${alerts.map(({ state }) => state)}::text[]) t (fact, state)
		on conflict (person_id, fact) do update set told_as = excluded.told_as, told_on = excluded.told_on, seen_as = coalesce(excluded.seen_as, told_alert.seen_as)`.execute(
		db,
	);
}

export async function readPreference({ db, caller }: Context): Promise<DigestPreference> {
	const row = await db.selectFrom("digest_preference").selectAll().where("person_id", "=", caller.personId).executeTakeFirst();
	if (!row) return usualDigest;
	return {
		byMail: row.by_mail,
		hour: row.hour,
		workingDaysOnly: row.working_days_only,
		language: digestLanguages.find((language) => language === row.language) ?? usualDigest.language,
		version: row.version,
	};
}

/** In which vocabulary the code of an alert is. */
const vocabularies: Partial<Record<AlertKind, string>> = {
	visit: "visitMode",
	report: "visitMode",
	signal: "signal",
	followUp: "followUpKind",
	referralReceived: "referralReason",
	referralSent: "referralReason",
};

/** What an e-mail calls the code of an alert: the screens have the reference for that. */
export async function readLabels({ db, caller, language }: Context): Promise<(alert: { kind: AlertKind; code: string | null }) => string | null> {
	const label = language === "en" ? "label_en" : "label_fr";
	const terms = await db
		.selectFrom("region_term")
		.select(["vocabulary", "code", `${label} as label`])
		.where("vocabulary", "in", [...new Set(Object.values(vocabularies))])
		.execute();
	const stages = await db
		.selectFrom("stage_setting")
		.select(["stage", `${label} as label`])
		.where("region_code", "=", caller.regionCode)
		.execute();
	const labels = new Map([
		...terms.map(({ vocabulary, code, label }) => [`${vocabulary} ${code}`, label] as const),
		...stages.map(({ stage, label }) => [`stage ${stage}`, label] as const),
	]);
	return ({ kind, code }) => labels.get(`${vocabularies[kind] ?? "stage"} ${code}`) ?? null;
}
