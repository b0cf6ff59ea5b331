import * as z from "zod/mini";
import { code, count, id, line, localDate, prose } from "./primitives.ts";

/**
 * The blocks of a visit report (domain §2.3) that are written down as typed. A draft may leave anything out;
 * a line of a list becomes a record (need, follow-up, tool use) as soon as it is complete, under the same id.
 */
const may = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

/** Block 2: the business as confirmed at this visit. */
export const profileBlock = z.strictObject({
	activity: may(line(300)),
	sectorCode: may(code),
	employeesTotal: may(count(0, 1_000_000)),
	employeesPermanent: may(count(0, 1_000_000)),
	employeesSeasonal: may(count(0, 1_000_000)),
	temporaryForeignWorkers: may(count(0, 100_000)),
	shifts: may(line(120)),
	union: may(line(120)),
	trend: may(z.enum(["growing", "stable", "declining"])),
	hasHumanResources: may(z.boolean()),
	recruitedAbroad: may(line(300)),
	frenchAtWork: may(line(300)),
});

const readiness = may(count(0, 3));
/** Block 4: the capacity to welcome, each readiness 0–3. */
export const capacityBlock = z.strictObject({
	housing: may(z.enum(["provided", "searching", "none"])),
	housingReadiness: readiness,
	transportReadiness: readiness,
	languagePlanReadiness: readiness,
	mentoringReadiness: readiness,
	inclusionReadiness: readiness,
	note: may(prose(500)),
});
/** Of which employer, when the visit has several: one of them, or nothing for the first. */
const employerId = may(id);
/** Block 6. */
export const signalLine = z.strictObject({ code, employerId, note: may(line(300)) });
/**
 * Block 9: to a colleague, a partner or a service (a code of `referralService`), one of the three. Complete with a reason (`referralReason`) and the consent
 * obtained and how, it is a referral under the same id; the consent is of the day of the visit unless it says another. `service`: as reports named it before.
 */
export const referralLine = z.strictObject({
	id,
	employerId,
	toPersonId: may(id),
	toPartnerId: may(id),
	toService: may(code),
	service: may(line(120)),
	contactName: may(line(120)),
	reason: may(code),
	note: may(prose(1000)),
	consentObtained: may(z.boolean()),
	consentOn: may(localDate),
	consentMethod: may(z.enum(["spoken", "written"])),
	replyExpectedOn: may(localDate),
});
export type ReferralLine = z.output<typeof referralLine>;
/** Block 10. */
export const documentLine = z.strictObject({ id, title: may(line(200)), direction: may(z.enum(["given", "received"])) });
/** Block 11: the employer was told the purpose and the sharing of what is written (law, art. 65). */
export const consentBlock = z.strictObject({
	informed: may(z.boolean()),
	noticeVersion: may(line(40)),
	informedOn: may(localDate),
	method: may(z.enum(["spoken", "written"])),
});

/** Block 3, as typed: incomplete lines are kept. */
export const needDraft = z.strictObject({
	id,
	employerId,
	occupationCode: may(z.string().check(z.regex(/^([0-9]{5})?$/, { error: "occupation" }))),
	posts: may(count(1, 9999)),
	permanence: may(code),
	startOn: may(localDate),
	hourlyWageCents: may(count(1, 100_000_00)),
	housing: may(code),
	frenchLevel: may(count(0, 12)),
	schedule: may(line(200)),
	requirements: may(line(300)),
	vacantMonths: may(count(0, 240)),
	localEfforts: may(prose(500)),
});
export type NeedDraft = z.output<typeof needDraft>;
/** Block 8, as typed; `ruleCode` when the catalogue proposed it, `promised` when the employer was told that it would be done. */
export const nextStepDraft = z.strictObject({
	id,
	employerId,
	kind: may(code),
	title: may(line(200)),
	ownerId: may(id),
	dueOn: may(localDate),
	ruleCode: may(code),
	promised: may(z.boolean()),
});
export type NextStepDraft = z.output<typeof nextStepDraft>;
/** The use of the Portail or of a mission learnt at the visit. */
export const toolUseDraft = z.strictObject({
	id,
	employerId,
	tool: may(code),
	event: may(code),
	occurredOn: may(localDate),
	quantity: may(count(1, 100_000)),
	mission: may(line(120)),
	source: may(code),
	note: may(line(300)),
});
export type ToolUseDraft = z.output<typeof toolUseDraft>;

export const visitReport = z.strictObject({
	/** The hour in Québec, where one was agreed: `13:30`. */
	startsAt: may(z.string().check(z.regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, { error: "time" }))),
	place: may(line(200)),
	origin: may(code),
	language: may(z.enum(["fr", "en", "other"])),
	/** They belong to the employers visited. */
	contactIds: z.optional(z.array(id).check(z.maxLength(120))),
	partnersPresent: may(line(300)),
	profile: z.optional(profileBlock),
	needs: z.optional(z.array(needDraft).check(z.maxLength(40))),
	noNeed: z.optional(z.boolean()),
	capacity: z.optional(capacityBlock),
	signals: z.optional(z.array(signalLine).check(z.maxLength(20))),
	nextSteps: z.optional(z.array(nextStepDraft).check(z.maxLength(40))),
	toolUses: z.optional(z.array(toolUseDraft).check(z.maxLength(40))),
	referrals: z.optional(z.array(referralLine).check(z.maxLength(20))),
	documents: z.optional(z.array(documentLine).check(z.maxLength(40))),
	consent: z.optional(consentBlock),
});
export type VisitReport = z.output<typeof visitReport>;
