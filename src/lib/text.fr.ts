export const fr = {
	unavailable: "Le service ne répond pas pour l’instant.",
	undo: "Annuler",
	undone: "Annulé",
	writing: "Enregistrez ou fermez d’abord ce que vous écrivez\u00A0: l’annulation fermerait cette page.",
	reference: (id: string) => `(Demande\u00A0${id})`,
};
