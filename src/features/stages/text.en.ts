import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	title: "Stages",
	intro: "The words of the stages in your region, and the number of days without a trace of work after which a case is asleep.",
	list: "Stages of a case",
	failed: "The stages could not be read.",
	edit: "Change",
	editStage: (stage) => `Change the stage ${stage}`,
	sleepsAfter: (days) => `Asleep after ${days} without a trace`,
	days: { one: "day", other: "days" },
	never: "Never asleep",
	labelFr: "Name in French",
	labelEn: "Name in English",
	shortFr: "Short name in French",
	shortEn: "Short name in English",
	shortHelp: "At the head of columns and in lists.",
	staleAfterDays: "Asleep after (days without a trace)",
	staleHelp: "From 1 to 999. Empty: a case never sleeps there.",
	save: "Save",
	cancel: "Cancel",
	saved: (stage) => `Stage changed: ${stage}`,
	invalid: "A whole number from 1 to 999, or nothing.",
};
