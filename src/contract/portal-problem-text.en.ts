import type { portalFr } from "./portal-problem-text.fr.ts";
import type { FieldSentences } from "./problem-text.fr.ts";

export const portalEn: Record<keyof typeof portalFr, FieldSentences[string]> = {
	"portal-step-known": ({ on }) => `This step is already recorded, on ${on}.`,
	"portal-already-open": ({ on }) => `The account has been open since ${on}.`,
	"portal-opened-after-active": ({ on }) => `The account was already active on ${on}: it was opened that day at the latest.`,
	"portal-active-before-opened": ({ on }) => `The account was opened on ${on}: it cannot be active before.`,
	"portal-active-after-use": ({ on }) => `The Portail served from ${on}: the account was active that day at the latest.`,
	"portal-dormant-without-account": "No active account is known on this date.",
	"portal-use-before-active": ({ on }) => `The account has been active since ${on}: it cannot have served before.`,
	"portal-activation-kept": ({ on }) => `The account is already said to be active on ${on}, by a visit report or another row: that date is kept.`,
	"import-run-taken-back": "The matched rows could not all be written: they are still waiting, and the rest of the import is in place.",
	"participants-of-course": "Only a course has a number of people.",
	"francisation-known": ({ on }) => `This step is already recorded, on ${on}.`,
	"attestation-before-registration": ({ on }) => `The registration at the OQLF is of ${on}: the attestation cannot come before it.`,
	"registration-after-attestation": ({ on }) => `The attestation of the OQLF is of ${on}: the registration is of that day at the latest.`,
	"tool-use-of-visit": "This use comes from a visit’s report: correct it in the report.",
	"import-employer-to-match": "No employer of the region matches: the row is kept, to be matched by hand.",
	"import-percentage": "A percentage is not a number: a whole number is needed, for example 12.",
	"import-date-ambiguous": "The day and the month cannot be told apart: write YYYY-MM-DD, for example 2026-04-03.",
	"import-extract-date-missing": "The date of the extract is missing.",
	"import-activation-after-extract": "The account would be activated after the date of the extract.",
};
