export const fr = {
	unavailable: "Le service ne répond pas pour l’instant.",
	undo: "Annuler",
	undone: "Annulé",
	reference: (id: string) => `(Demande\u00A0${id})`,
};
