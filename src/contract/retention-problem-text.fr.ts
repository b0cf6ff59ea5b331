import type { FieldSentences } from "./problem-text.fr.ts";

/** What the API alone says of the retention of a person, at a field: no form carries it. */
export const retentionFr = {
	"work-not-started": "Cette personne n’est pas encore en poste\u00A0: dites d’abord le jour de son entrée en poste.",
	"against-departure": "Cela contredit le jour où cette personne a quitté son emploi.",
	"retention-said": "C’est déjà dit pour cette échéance\u00A0: corrigez-le plutôt.",
	"against-retention": "Cela contredit ce qui est su de la rétention de cette personne.",
	"before-retention-day": ({ day }) => `Cette échéance n’arrive que le ${day}.`,
} satisfies FieldSentences;
