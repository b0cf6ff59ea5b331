import type { newcomerFr } from "./newcomer-problem-text.fr.ts";
import type { FieldSentences } from "./problem-text.fr.ts";

export const newcomerEn: Record<keyof typeof newcomerFr, FieldSentences[string]> = {
	"one-person-with-consent": "A consent is that of one person: send one signal for each, or a count only.",
	"consent-of-person": "Here, the person themselves consents.",
	"consent-before-arrival": ({ day }) => `The person arrived on ${day}: the consent is not from before.`,
	"counted-without-line": "A count refers to nobody’s file: it says a number only.",
	"counted-names-nobody": "A count names nobody, not even a person to reach.",
	"fewer-than-lines": ({ count }) => `The count is at least the ${count} files chosen.`,
	"service-point-closed": "This point of service is closed: choose one that is open.",
	"not-arrived": "Give first the day on which this person arrived or started work.",
	"line-over": "This file has ended: nothing is left to offer.",
	"before-arrival": ({ day }) => `The person arrived on ${day}: nothing was offered before.`,
	"signal-open": "A signal was already sent for this person, and is still open.",
	"identifier-in-note": "This looks like an identity or permit number: remove it.",
	"label-in-note": "The label of a file is not passed on: remove it from the note.",
	"signal-only": "This is said only of a signal to a point of service.",
};
