import type { Referral } from "#contract/referrals.ts";

/** What the form holds: text as typed. The destination chosen is the only one that is sent. */
export type ReferralValues = {
	about: "employer" | "person";
	employerId: string;
	destination: "colleague" | "partner" | "service";
	toPersonId: string;
	toPartnerId: string;
	toService: string;
	contactName: string;
	reason: string;
	note: string;
	consentObtained: boolean;
	consentFrom: "employer" | "person";
	consentOn: string;
	consentMethod: "spoken" | "written";
	replyExpectedOn: string;
};

export const newReferralValues = (today: string, replyExpectedOn: string, about: ReferralValues["about"], employerId = ""): ReferralValues => ({
	...{ about, employerId, destination: "colleague", toPersonId: "", toPartnerId: "", toService: "", contactName: "", reason: "", note: "" },
	...{ consentObtained: false, consentFrom: about, consentOn: today, consentMethod: "spoken", replyExpectedOn },
});

export const referralValues = (referral: Referral): ReferralValues => ({
	...{ about: referral.employerId ? "employer" : "person", employerId: referral.employerId ?? "" },
	destination: referral.toPersonId ? "colleague" : referral.toPartnerId ? "partner" : "service",
	...{ toPersonId: referral.toPersonId ?? "", toPartnerId: referral.toPartnerId ?? "", toService: referral.toService ?? "" },
	...{ contactName: referral.contactName ?? "", reason: referral.reason, note: referral.note ?? "" },
	...{
		consentObtained: true,
		consentFrom: referral.consentFrom ?? "person",
		consentOn: referral.consentOn ?? "",
		consentMethod: referral.consentMethod ?? "spoken",
	},
	replyExpectedOn: referral.replyExpectedOn,
});

/** What may still change once it is sent. */
export function changeOf(values: ReferralValues) {
	const { destination } = values;
	return {
		toPersonId: (destination === "colleague" && values.toPersonId) || null,
		toPartnerId: (destination === "partner" && values.toPartnerId) || null,
		toService: (destination === "service" && values.toService) || null,
		contactName: values.contactName.trim() || null,
		reason: values.reason,
		note: values.note.trim() || null,
		replyExpectedOn: values.replyExpectedOn,
	};
}

export function creationOf(id: string, values: ReferralValues) {
	const { about, employerId, consentObtained, consentFrom, consentOn, consentMethod } = values;
	const employer = about === "employer" ? employerId : null;
	return {
		id,
		employerId: employer,
		...changeOf(values),
		consentObtained,
		consentFrom: about === "person" ? ("person" as const) : consentFrom,
		consentOn,
		consentMethod,
	};
}

/** Where a problem of the destination is shown: beside the box that is drawn. */
export const fieldOfProblem = (values: ReferralValues) => (path: string) =>
	path === "toService" ? { colleague: "toPersonId", partner: "toPartnerId", service: "toService" }[values.destination] : path;
