import type { JournalEntity } from "#contract/journal.ts";
import type { HistoryOf } from "#lib/paths.ts";

/** The record behind the word of an address. */
export const entities = {
	dossier: "supportCase",
	visite: "visit",
	besoin: "labourNeed",
	suivi: "followUp",
	outil: "toolUse",
	personne: "person",
	etape: "stageSetting",
	terme: "termSetting",
	question: "question",
	protocole: "signalProtocol",
	aiguillage: "referral",
	immigration: "immigrationLine",
	mission: "mission",
} as const satisfies Record<HistoryOf, JournalEntity>;

export const isKind = (kind: string | undefined): kind is HistoryOf => kind !== undefined && Object.hasOwn(entities, kind);
