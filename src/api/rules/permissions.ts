import type { Role } from "#contract/endpoint.ts";

type Who = { personId: string; role: Role; regionCode: string; servicePointId?: string | null };

/**
 * Roles × records: who writes what within a region (house law « Rights »). Which role may call an operation at all is in the contract.
 * A counsellor writes the employers that are theirs or nobody's, and any visit they took part in; a manager writes all of the region.
 */
const isCounsellor = (role: Role) => role === "advisor" || role === "recruitmentAdvisor";

export const canWriteEmployer = (who: Who, employer: { regionCode: string; advisorId: string | null }): boolean =>
	who.regionCode === employer.regionCode &&
	(who.role === "manager" || (isCounsellor(who.role) && (employer.advisorId === null || employer.advisorId === who.personId)));

export const canWriteSupportCase = (who: Who, record: { regionCode: string; advisorId: string | null; employerAdvisorId: string | null }): boolean =>
	canWriteEmployer(who, record) || canWriteEmployer(who, { regionCode: record.regionCode, advisorId: record.employerAdvisorId });

/** `isHere`: one of its employers is still of the region. What was written of those that left is read, never written (house law « Territory »). */
export const canWriteVisit = (who: Who, visit: { regionCode: string; adviserIds: string[]; isHere: boolean }): boolean =>
	who.regionCode === visit.regionCode && visit.isHere && (who.role === "manager" || (isCounsellor(who.role) && visit.adviserIds.includes(who.personId)));

/** Any of its owners, beside whoever writes the employer. */
export const canWriteFollowUp = (who: Who, record: { regionCode: string; ownerIds: readonly string[]; employerAdvisorId: string | null }): boolean =>
	canWriteEmployer(who, { regionCode: record.regionCode, advisorId: record.employerAdvisorId }) ||
	(who.regionCode === record.regionCode && isCounsellor(who.role) && record.ownerIds.includes(who.personId));

const receivesReferrals = (role: Role) => isCounsellor(role) || role === "manager" || role === "integrationAgent";
type ReferralSides = {
	regionCode: string;
	/** Null: a person's need, or an employer that the caller does not see. */
	employer: { regionCode: string; advisorId: string | null } | null;
	fromPersonId: string;
	toPersonId: string | null;
	/** A signal is answered by the agents of the point of service. */
	toServicePointId?: string | null;
};
/** Of an employer, whoever writes it; of a person's need, whoever receives or sends referrals at all. */
export const canSendReferral = (who: Who, employer: { regionCode: string; advisorId: string | null } | null): boolean =>
	employer ? canWriteEmployer(who, employer) : receivesReferrals(who.role);

/**
 * The two sides of a referral. Whoever sent it, or writes its employer, corrects it and takes it back; whoever receives it acknowledges or declines it,
 * for a point of service, its agents do, and for a partner or a service, which have no account here, whoever sent it says what was answered. Either side closes it. A manager is on both.
 */
export function sidesOfReferral(who: Who, record: ReferralSides): { isSender: boolean; isReceiver: boolean } {
	const isHere = who.regionCode === record.regionCode && (record.employer?.regionCode ?? record.regionCode) === record.regionCode;
	if (!isHere || !receivesReferrals(who.role)) return { isSender: false, isReceiver: false };
	const isSender = who.role === "manager" || record.fromPersonId === who.personId || (record.employer !== null && canWriteEmployer(who, record.employer));
	const isTheirs = record.toServicePointId
		? who.role === "integrationAgent" && who.servicePointId === record.toServicePointId
		: record.toPersonId === null
			? isSender
			: record.toPersonId === who.personId;
	return { isSender, isReceiver: who.role === "manager" || isTheirs };
}

/** The calendar of missions is the region's: a manager keeps it, counsellors read it (domain §1.6). */
export const canWriteMission = (who: Who): boolean => who.role === "manager";

/** Whoever writes the employer, beside the counsellor who answers for the registration: one of them follows a mission for the employers of several. */
export const canWriteRegistration = (
	who: Who,
	record: { employer: { regionCode: string; advisorId: string | null }; regionCode: string; advisorId: string | null },
): boolean =>
	who.regionCode === record.regionCode &&
	(canWriteEmployer(who, record.employer) || (record.employer.regionCode === who.regionCode && isCounsellor(who.role) && record.advisorId === who.personId));

/** What one brings is one's own to correct and to apply; a manager may stop it and take it back. */
export const canChangeImport = (who: Pick<Who, "personId">, record: { createdBy: string }): boolean => record.createdBy === who.personId;
export const canTakeBackImport = (who: Pick<Who, "personId" | "role">, record: { createdBy: string }): boolean =>
	who.role === "manager" || record.createdBy === who.personId;
