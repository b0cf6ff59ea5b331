import * as z from "zod/mini";
import { endpoint, type Role } from "./endpoint.ts";
import { count, id, localDate, nothing, version } from "./primitives.ts";
import { referralRoles } from "./referrals.ts";

/** What a person is told of, the most pressing first: of two forms of one fact, the first one here is told. */
export const alertKinds = ["visit", "signal", "followUp", "referralReceived", "referralSent", "report", "sleepingCase"] as const;
export type AlertKind = (typeof alertKinds)[number];
/** So many of a kind are told of; the rest is in its list. */
export const mostAlerts = 200;

/** Names a fact (`followUp:…`), and how it stood when it was told: told again once that changes. */
const factName = z.string().check(z.regex(/^[a-zA-Z]+(:[0-9a-zA-Z-]{1,40}){1,2}$/, { error: "code" }), z.maxLength(120));
const factState = z.string().check(z.regex(/^[0-9a-zA-Z ._-]{1,60}$/, { error: "code" }));

export const alert = z.strictObject({
	fact: z.string(),
	state: z.string(),
	kind: z.enum(alertKinds),
	/** The record that it is about: a visit, a signal, a follow-up, a referral or a case. */
	recordId: id,
	employerId: z.nullable(id),
	/** The employer, or the partner; of a person's need, nobody. */
	name: z.nullable(z.string()),
	placeName: z.nullable(z.string()),
	/** What kind of thing it is, in its vocabulary: of a visit its mode, of a signal its code, of a follow-up its kind, of a referral its reason, of a case its stage. */
	code: z.nullable(z.string()),
	/** Of a follow-up, as it was typed; it goes in no e-mail. */
	title: z.nullable(z.string()),
	/** The day it is or was for; of a case that sleeps, the day of the last trace of work. */
	on: localDate,
	isLate: z.boolean(),
	promised: z.boolean(),
	/** Not yet seen on the page as it stands. */
	isNew: z.boolean(),
});
export type Alert = z.output<typeof alert>;

export const digestLanguages = ["fr", "en"] as const;
export const digestPreference = z.strictObject({
	byMail: z.boolean(),
	/** In Québec, from which on it is sent. */
	hour: z.int(),
	workingDaysOnly: z.boolean(),
	language: z.enum(digestLanguages),
	version,
});
export type DigestPreference = z.output<typeof digestPreference>;
/** As long as one has said nothing. */
export const usualDigest: DigestPreference = { byMail: true, hour: 7, workingDaysOnly: true, language: "fr", version: 0 };

/** Claimed: it is being sent. Nothing: there was nothing to tell, and nothing was sent. */
export const digestStates = ["claimed", "sent", "nothing", "failed"] as const;
export type DigestState = (typeof digestStates)[number];

export const digest = z.strictObject({
	today: localDate,
	alerts: z.array(alert),
	/** How many of them are new. */
	unseen: z.int(),
	/** Today's e-mail. Without an address, or where no mail server is set up, there is none. */
	mail: z.strictObject({ isSetUp: z.boolean(), address: z.nullable(z.string()), state: z.nullable(z.enum(digestStates)), sentAt: z.nullable(z.string()) }),
	preference: digestPreference,
});
export type Digest = z.output<typeof digest>;

/** What went wrong between us and the mail server, in one word. */
export const mailFaults = ["unreachable", "sign-in", "encryption", "later", "refused", "recipient", "other"] as const;
export type MailFault = (typeof mailFaults)[number];

export const mailState = z.strictObject({
	isSetUp: z.boolean(),
	/** Of today: sent, without anything to tell, waiting for another attempt. */
	sent: z.int(),
	nothing: z.int(),
	waiting: z.int(),
	lastSentAt: z.nullable(z.string()),
	/** The latest of the last 30 days that nothing sent has followed. */
	fault: z.nullable(z.strictObject({ code: z.enum(mailFaults), at: z.string(), retryAt: z.nullable(z.string()) })),
});
export type MailState = z.output<typeof mailState>;

export const getDigest = endpoint({
	id: "getDigest",
	method: "GET",
	path: "/digest",
	summary:
		"What the caller is told of today, each fact once: visits, red signals, follow-ups due or late, referrals without an answer, reports that wait, cases that sleep; and how the e-mail of the day stands.",
	output: digest,
	roles: referralRoles,
});
export const countAlerts = endpoint({
	id: "countAlerts",
	method: "GET",
	path: "/digest/count",
	summary: "How many alerts of the day the caller has not seen.",
	output: z.strictObject({ unseen: z.int() }),
	roles: referralRoles,
	background: true,
});
export const seeAlerts = endpoint({
	id: "seeAlerts",
	method: "POST",
	path: "/digest/seen",
	summary: "Says which alerts were shown to the caller, as they stood: they are new no more, and no e-mail tells of them.",
	body: z.strictObject({
		alerts: z
			.array(z.strictObject({ fact: factName, state: factState }))
			.check(z.minLength(1, { error: "required" }), z.maxLength(mostAlerts * alertKinds.length)),
	}),
	output: nothing,
	status: 204,
	roles: referralRoles,
});
export const updateDigestPreference = endpoint({
	id: "updateDigestPreference",
	method: "PATCH",
	path: "/digest/preference",
	summary: "Changes whether, when and in which language the caller receives the day's digest by e-mail.",
	body: z.partial(z.strictObject({ byMail: z.boolean(), hour: count(0, 23), workingDaysOnly: z.boolean(), language: z.enum(digestLanguages) })),
	output: digestPreference,
	ifMatch: true,
	roles: referralRoles,
});
export const getMailState = endpoint({
	id: "getMailState",
	method: "GET",
	path: "/mail-state",
	summary: "Whether e-mail is set up, what left today in the region, and the last fault in one word: no address, no text.",
	output: mailState,
	roles: ["administrator"] as const satisfies Role[],
});
