import type { FieldSentences } from "./problem-text.fr.ts";

/** What the API alone says of rules and of invitations, at a field: no form carries it. */
export const plannerFr = {
	"mission-over": "La mission est terminée ou annulée\u00A0: on n’y invite plus.",
	"bounds-crossed": "La plus grande valeur est au-dessus de la plus petite.",
	"asks-nothing": "Une règle demande au moins une chose\u00A0: sans condition, son outil serait suggéré pour tout.",
} satisfies FieldSentences;
