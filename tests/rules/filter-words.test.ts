import { expect, test } from "vitest";
import { employerFields } from "#contract/employers.ts";
import { parseFilter } from "#contract/filter.ts";
import { describe, type Naming } from "#lib/filter-words.ts";
import { fr } from "#ui/list/text.fr.ts";

const names: Record<string, string> = {
	stage: "Étape",
	mrcCode: "MRC",
	lastVisitOn: "Dernière visite",
	openPosts: "Postes ouverts",
	portal: "Portail employeurs",
};
const values: Record<string, string> = { recruitment: "Recrutement", supportPlan: "Plan", "54": "Les Maskoutains", active: "Compte actif" };
const naming: Naming = {
	fields: employerFields,
	field: (name) => names[name] ?? name,
	value: (_, value) => values[value] ?? value,
	missing: (field) => (field === "stage" ? "Sans dossier" : "non précisé"),
	day: (day) => (day === "2026-08-26" ? "26 août 2026" : day),
};
const said = (filter: string) => {
	const { name, value } = describe(parseFilter(filter, employerFields), naming, fr.conditions, fr.colon);
	return name ? `${name}${fr.colon}${value}` : value;
};

test.each([
	["stage==recruitment", "Étape\u00A0: Recrutement"],
	["stage=in=(recruitment,supportPlan)", "Étape\u00A0: Recrutement ou Plan"],
	["stage=null=true", "Étape\u00A0: Sans dossier"],
	["(stage==recruitment,stage=null=true)", "Étape\u00A0: Recrutement ou Sans dossier"],
	["portal!=active", "Portail employeurs\u00A0: sauf Compte actif"],
	["lastVisitOn=le=2026-08-26", "Dernière visite\u00A0: le 26 août 2026 ou avant"],
	["openPosts=ge=5", "Postes ouverts\u00A0: au moins 5"],
	["(stage==recruitment,mrcCode==54)", "Étape\u00A0: Recrutement ou MRC\u00A0: Les Maskoutains"],
	["(stage==recruitment;openPosts=gt=2),mrcCode==54", "Étape\u00A0: Recrutement et Postes ouverts\u00A0: plus de 2 ou MRC\u00A0: Les Maskoutains"],
])("Le filtre %s se lit « %s »", (filter, words) => {
	expect(said(filter)).toBe(words);
});
