import { sql } from "kysely";
import { countAlerts, type DigestState, getDigest, getMailState, type MailFault, seeAlerts, updateDigestPreference } from "#contract/digests.ts";
import { implement } from "../implement.ts";
import { requireVersion, saidIn } from "../presenting.ts";
import { alertsOf } from "../rules/digests.ts";
import { isoInstant } from "../rules/instant.ts";
import { readAlerts, readFacts } from "./digest-facts.ts";
import { noteTold, readPreference } from "./digest-records.ts";

const instant = (text: string | null | undefined) => (text ? isoInstant(text) : null);

export const digestRoutes = [
	implement(getDigest, async (context) => {
		const { db, caller, today, hasMail } = context;
		const { alerts } = await readAlerts(context);
		const mail = await db
			.selectFrom("person")
			.leftJoin("digest", (join) => join.onRef("digest.person_id", "=", "person.id").on("digest.day", "=", today))
			.select(["person.email", "digest.state", "digest.sent_at"])
			.where("person.id", "=", caller.personId)
			.executeTakeFirst();
		return {
			today,
			alerts: alerts.map(({ covers: _, ...alert }) => alert),
			unseen: alerts.filter(({ isNew }) => isNew).length,
			mail: { isSetUp: hasMail, address: mail?.email ?? null, state: (mail?.state ?? null) as DigestState | null, sentAt: instant(mail?.sent_at) },
			preference: await readPreference(context),
		};
	}),

	implement(countAlerts, async (context) => ({ unseen: (await readAlerts(context)).alerts.filter(({ isNew }) => isNew).length })),

	// Of what stands: what is over needs no remembering.
	implement(seeAlerts, async (context, { body }) => {
		const standing = new Set(alertsOf(await readFacts(context)).map(({ fact }) => fact));
		// A fact that is named twice is kept once.
		const shown = new Map(body.alerts.filter(({ fact }) => standing.has(fact)).map((one) => [one.fact, one]));
		await noteTold(context.db, { personId: context.caller.personId, alerts: [...shown.values()], today: context.today, seen: true });
		return null;
	}),

	implement(updateDigestPreference, async (context, { body, ifMatch }) => {
		const before = await readPreference(context);
		await requireVersion(ifMatch, before.version, async () => before);
		const sent = saidIn(body);
		const { byMail, hour, workingDaysOnly, language, version } = { ...before, ...sent, version: before.version + 1 };
		const row = { by_mail: byMail, hour, working_days_only: workingDaysOnly, language, version };
		await context.db
			.insertInto("digest_preference")
			.values({ person_id: context.caller.personId, ...row })
			.onConflict((conflict) => conflict.column("person_id").doUpdateSet(row))
			.execute();
		context.wakeDigests();
		return { byMail, hour, workingDaysOnly, language, version };
	}),

	implement(getMailState, async ({ db, caller, today, hasMail }) => {
		type Row = Record<"sent" | "nothing" | "waiting", number> & {
			last_sent_at: string | null;
			fault: string | null;
			fault_at: string | null;
			retry_at: string | null;
		};
		const { rows } = await sql<Row>`
			with recent as (select * from digest where region_code = ${caller.regionCode} and day >= ${today}::date - 30),
				worst as (select fault, claimed_at, retry_at from recent where state = 'failed' and claimed_at > coalesce((select max(sent_at) from recent), '-infinity') order by claimed_at desc limit 1)
			select count(*) filter (where day = ${today}::date and state = 'sent')::int as sent, count(*) filter (where day = ${today}::date and state = 'nothing')::int as nothing,
				count(*) filter (where day = ${today}::date and (state = 'claimed' or (state = 'failed' and retry_at is not null)))::int as waiting, max(sent_at) as last_sent_at,
				(select fault from worst) as fault, (select claimed_at from worst) as fault_at, (select retry_at from worst) as retry_at from recent`.execute(db);
		const { sent = 0, nothing = 0, waiting = 0, last_sent_at, fault, fault_at, retry_at } = rows[0] ?? ({} as Partial<Row>);
		return {
			isSetUp: hasMail,
			sent,
			nothing,
			waiting,
			lastSentAt: instant(last_sent_at),
			fault: fault && fault_at ? { code: fault as MailFault, at: isoInstant(fault_at), retryAt: instant(retry_at) } : null,
		};
	}),
];
