export const fr = {
	unavailable: "Le service ne répond pas pour l’instant.",
	reference: (id: string) => `(Demande\u00A0${id})`,
};
