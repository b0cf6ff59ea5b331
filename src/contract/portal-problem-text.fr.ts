import type { FieldSentences } from "./problem-text.fr.ts";

/** What the API alone says of the Portail and of its extracts, at a field: no form carries it. */
export const portalFr = {
	"portal-step-known": ({ on }) => `Cette étape est déjà consignée, au ${on}.`,
	"portal-already-open": ({ on }) => `Le compte est déjà ouvert depuis le ${on}.`,
	"portal-opened-after-active": ({ on }) => `Le compte était déjà actif le ${on}\u00A0: il a été ouvert ce jour-là au plus tard.`,
	"portal-active-before-opened": ({ on }) => `Le compte a été ouvert le ${on}\u00A0: il ne peut pas être actif avant.`,
	"portal-active-after-use": ({ on }) => `Le Portail a servi dès le ${on}\u00A0: le compte était actif ce jour-là au plus tard.`,
	"portal-dormant-without-account": "Aucun compte actif n’est connu à cette date.",
	"portal-use-before-active": ({ on }) => `Le compte est actif depuis le ${on}\u00A0: il n’a pas pu servir avant.`,
	"portal-activation-kept": ({ on }) => `Le compte est déjà dit actif le ${on}, par un rapport de visite ou une autre ligne\u00A0: cette date est gardée.`,
	"import-run-taken-back":
		"Les lignes rapprochées n’ont pas toutes pu être écrites\u00A0: elles attendent toujours, et le reste de l’importation est en place.",
	"participants-of-course": "Seul un cours a un nombre de personnes.",
	"francisation-known": ({ on }) => `Cette étape est déjà consignée, au ${on}.`,
	"attestation-before-registration": ({ on }) => `L’inscription à l’OQLF est du ${on}\u00A0: l’attestation ne peut pas la précéder.`,
	"registration-after-attestation": ({ on }) => `L’attestation de l’OQLF est du ${on}\u00A0: l’inscription est de ce jour-là au plus tard.`,
	"tool-use-of-visit": "Cet usage vient d’un rapport de visite\u00A0: corrigez-le dans le rapport.",
	"import-employer-to-match": "Aucun employeur de la région ne correspond\u00A0: la ligne est gardée, à rapprocher à la main.",
	"import-percentage": "Un pourcentage n’est pas un nombre\u00A0: il faut un nombre entier, par exemple 12.",
	"import-date-ambiguous": "Le jour et le mois se confondent\u00A0: écrivez AAAA-MM-JJ, par exemple 2026-04-03.",
	"import-extract-date-missing": "La date de l’extrait manque.",
	"import-activation-after-extract": "Le compte serait activé après la date de l’extrait.",
} satisfies FieldSentences;
