import type { fr } from "./action-text.fr.ts";

export const en: typeof fr = {
	late: (day) => `late, ${day}`,
	due: (day) => day,
	done: (day) => `done, ${day}`,
	dropped: (day) => `dropped, ${day}`,
	doneToast: (title) => `Follow-up done: ${title}`,
	doneAgainToast: (title) => `Follow-up done: ${title}. The next one is planned.`,
	undoneToast: (title) => `Follow-up to do again: ${title}`,
	droppedToast: (title) => `Follow-up dropped: ${title}`,
	movedToast: (title, day) => `${title}: ${day}`,
	notSaved: "The follow-up was not changed.",
};
