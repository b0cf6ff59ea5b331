import { type Kysely, sql } from "kysely";
import { type DigestPreference, type DigestState, type MailFault, usualDigest } from "#contract/digests.ts";
import { asCaller, type Caller, type Context, findCaller } from "../caller.ts";
import { describeError } from "../error-log.ts";
import { readAlerts } from "../routes/digest-facts.ts";
import { noteTold, readLabels } from "../routes/digest-records.ts";
import { dayOf, hourOf } from "../rules/calendar.ts";
import { type Fact, isItsHour, isToTell, pauseAfter } from "../rules/digests.ts";
import type { Tables } from "../sql/tables.ts";
import { composeDigest } from "./compose.ts";
import { type MailPort, MailRefusal } from "./mail.ts";

export type DigestPorts = {
	database: Kysely<Tables>;
	now(): Date;
	newId(): string;
	mail: MailPort;
	/** Where people reach Jalon: what links begin with. */
	origin(): string;
	/** A disk that is full lets nothing be claimed. */
	isWritable?(): boolean;
	log(entry: { level: "info" | "error"; message: string; [key: string]: unknown }): void;
};

type Open = { person_id: string; email: string } & { [K in "by_mail" | "working_days_only"]: boolean | null } & {
	hour: number | null;
	language: string | null;
};
/** How a claim ends. */
type Outcome = { state: DigestState; fault?: MailFault | null; attempts?: number; retry_at?: string | null; sent_at?: string; alerts?: number };
type Claim = { id: string; claim: string; attempts: number };

/** A claim that nobody settled within ten minutes is another's: its process has fallen. */
const claimSeconds = 600;

const preferenceOf = ({ by_mail, hour, working_days_only, language }: Open): Omit<DigestPreference, "version"> => ({
	byMail: by_mail ?? usualDigest.byMail,
	hour: hour ?? usualDigest.hour,
	workingDaysOnly: working_days_only ?? usualDigest.workingDaysOnly,
	language: language === "en" ? "en" : "fr",
});

/**
 * The digests of the day: each person's is claimed by one process, sent, and noted with what it told. Exactly once, but for a process that falls between
 * the mail server's yes and its note: the message then leaves again ten minutes later, under the same Message-ID.
 */
export class DigestWork {
	readonly #ports: DigestPorts;
	#looking: Promise<void> | null = null;
	#isAsked = false;
	#isStopping = false;

	constructor(ports: DigestPorts) {
		this.#ports = ports;
	}

	/** Looks for whose hour has come; asked again meanwhile, once more. Answers when nothing is left to do. */
	look(): Promise<void> {
		this.#isAsked = true;
		this.#looking ??= this.#lookWhileAsked().finally(() => {
			this.#looking = null;
		});
		return this.#looking;
	}

	/** The message under way leaves, no other does. */
	async stop(): Promise<void> {
		this.#isStopping = true;
		await this.#looking;
	}

	async #lookWhileAsked(): Promise<void> {
		while (this.#isAsked && !this.#isStopping) {
			this.#isAsked = false;
			await this.#lookOnce().catch((error: Error) => this.#ports.log({ ...describeError(error), level: "error" }));
		}
	}

	async #lookOnce(): Promise<void> {
		const { database, now, isWritable } = this.#ports;
		if (isWritable?.() === false) return;
		const at = now();
		const today = dayOf(at);
		const { rows } = await sql<Open>`select * from digests_open(${today}::date, ${at.toISOString()}::timestamptz)`.execute(database);
		for (const open of rows.filter((one) => isItsHour(preferenceOf(one), today, hourOf(at)))) {
			if (this.#isStopping) return;
			const caller = await findCaller(database, open.person_id, today);
			// One person's fault is not the others'.
			if (caller) await this.#tell(caller, open).catch((error: Error) => this.#ports.log({ ...describeError(error), level: "error" }));
		}
	}

	async #tell(caller: Caller, open: Open): Promise<void> {
		const { database, now, newId, mail, origin } = this.#ports;
		const today = dayOf(now());
		const claim = await this.#claim(caller, today);
		if (!claim) return;
		const { language } = preferenceOf(open);
		const { toTell, standing, labelOf } = await asCaller(database, caller, async (db) => {
			const context: Context = {
				db,
				caller,
				now: now(),
				today,
				newId,
				language,
				requestId: claim.id,
				hasPasswords: false,
				hasDemonstration: false,
				documents: undefined,
				hasMail: true,
				wakeImport: () => undefined,
				wakeDigests: () => undefined,
			};
			const { alerts, told } = await readAlerts(context);
			const toTell = alerts.filter((alert) => isToTell(alert, told, today));
			return { toTell, standing: alerts.length - toTell.length, labelOf: await readLabels(context) };
		});
		if (toTell.length === 0) return this.#settle(caller, claim, { state: "nothing" });
		const message = composeDigest({ alerts: toTell, standing, today, language, origin: origin(), labelOf });
		try {
			await mail.send({ ...message, to: open.email, messageId: claim.id });
		} catch (error) {
			const refusal = error instanceof MailRefusal ? error : new MailRefusal("other");
			const attempts = claim.attempts + 1;
			const retryAt = refusal.isFinal ? null : new Date(now().getTime() + pauseAfter(attempts) * 60_000).toISOString();
			this.#ports.log({ level: "error", message: "a digest could not be sent", fault: refusal.fault, attempts });
			return this.#settle(caller, claim, { state: "failed", fault: refusal.fault, attempts, retry_at: retryAt });
		}
		await this.#settle(caller, claim, { state: "sent", sent_at: now().toISOString(), alerts: toTell.length, fault: null }, { alerts: toTell, today });
	}

	/** Ours, when nobody else has it: the database decides, however many ask at once. */
	async #claim({ personId, regionCode, role }: Caller, today: string): Promise<Claim | undefined> {
		const { database, now, newId } = this.#ports;
		const [id, claim, at] = [newId(), newId(), now()];
		const stale = new Date(at.getTime() - claimSeconds * 1000).toISOString();
		return asCaller(database, { personId, regionCode, role }, async (db) => {
			const { rows } = await sql<Claim>`
				insert into digest (id, person_id, region_code, day, state, claim, claimed_at) values (${id}, ${personId}, ${regionCode}, ${today}, 'claimed', ${claim}, ${at.toISOString()})
				on conflict (person_id, day) do update set state = 'claimed', claim = excluded.claim, claimed_at = excluded.claimed_at
				where (digest.state = 'claimed' and digest.claimed_at <= ${stale}::timestamptz) or (digest.state = 'failed' and digest.retry_at <= ${at.toISOString()}::timestamptz)
				returning id, claim, attempts`.execute(db);
			return rows[0];
		});
	}

	/** With what it told, when it told something: both, or neither. */
	async #settle(caller: Caller, { id, claim }: Claim, outcome: Outcome, told?: { alerts: readonly Fact[]; today: string }): Promise<void> {
		await asCaller(this.#ports.database, caller, async (db) => {
			await db.updateTable("digest").set(outcome).where("id", "=", id).where("claim", "=", claim).execute();
			if (told) await noteTold(db, { personId: caller.personId, ...told });
		});
	}
}
