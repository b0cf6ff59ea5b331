export const fr = {
	unavailable: "Le service ne répond pas pour l’instant.",
	undo: "Annuler",
	kept: "C’est gardé sur cet appareil. L’envoi se fera dès que le service répondra.",
	full: "Il n’y a plus de place sur cet appareil\u00A0: rien n’est gardé. Laissez cette page ouverte et libérez de l’espace, ou réessayez quand le service répondra.",
	waits: "À synchroniser",
	undone: "Annulé",
	writing: "Enregistrez ou fermez d’abord ce que vous écrivez\u00A0: l’annulation fermerait cette page.",
	reference: (id: string) => `(Demande\u00A0${id})`,
};
