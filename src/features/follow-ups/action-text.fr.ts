export const fr = {
	late: (day: string) => `en retard, ${day}`,
	due: (day: string) => day,
	done: (day: string) => `fait, ${day}`,
	dropped: (day: string) => `sans suite, ${day}`,
	doneToast: (title: string) => `Suivi terminé\u00A0: ${title}`,
	doneAgainToast: (title: string) => `Suivi terminé\u00A0: ${title}. Le prochain est prévu.`,
	undoneToast: (title: string) => `Suivi à faire de nouveau\u00A0: ${title}`,
	droppedToast: (title: string) => `Suivi sans suite\u00A0: ${title}`,
	movedToast: (title: string, day: string) => `${title}\u00A0: ${day}`,
	notSaved: "Le suivi n’a pas été modifié.",
};
