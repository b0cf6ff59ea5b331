import type { FieldSentences } from "./problem-text.fr.ts";

/** What the API alone says, at a field, of a signal to Accompagnement Québec. */
export const newcomerFr = {
	"one-person-with-consent": "Le consentement est celui d’une personne\u00A0: envoyez un signalement par personne, ou un simple dénombrement.",
	"consent-of-person": "Ici, c’est la personne elle-même qui consent.",
	"consent-before-arrival": ({ day }) => `La personne est arrivée le ${day}\u00A0: le consentement ne date pas d’avant.`,
	"counted-without-line": "Un dénombrement ne renvoie au dossier de personne\u00A0: il ne dit qu’un nombre.",
	"counted-names-nobody": "Un dénombrement ne nomme personne, pas même la personne à joindre.",
	"fewer-than-lines": ({ count }) => `Le dénombrement compte au moins les ${count} dossiers choisis.`,
	"service-point-closed": "Ce point de services est fermé\u00A0: choisissez-en un qui est ouvert.",
	"not-arrived": "Dites d’abord le jour d’arrivée ou d’entrée en poste de cette personne.",
	"line-over": "Ce dossier est terminé\u00A0: il n’y a plus rien à offrir.",
	"before-arrival": ({ day }) => `La personne est arrivée le ${day}\u00A0: rien ne lui a été offert avant.`,
	"signal-open": "Un signalement est déjà envoyé pour cette personne, et il est encore ouvert.",
	"identifier-in-note": "On dirait un numéro d’identité ou de permis\u00A0: retirez-le.",
	"label-in-note": "L’étiquette d’un dossier n’est pas transmise\u00A0: retirez-la de la note.",
	"signal-only": "Cela ne se dit que d’un signalement à un point de services.",
} satisfies FieldSentences;
