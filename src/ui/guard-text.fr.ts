import type { TextKind } from "#contract/text-choices.ts";

const kinds: Record<TextKind, string> = {
	socialInsurance: "un numéro d’assurance sociale",
	documentNumber: "un numéro de passeport, de permis ou de dossier d’immigration",
	health: "un renseignement sur la santé d’une personne nommée",
	origin: "un renseignement sur l’origine ou le statut d’une personne nommée",
};

export const fr = {
	kinds,
	seems: (found: string) => `Ce texte semble contenir ${found}.`,
	why: "Une note s’en tient aux faits utiles à l’accompagnement. Votre choix est consigné, jamais le texte.",
	correct: "Corriger",
	keep: "Garder quand même",
};
