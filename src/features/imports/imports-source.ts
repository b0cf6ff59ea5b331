import { countImports, importListFields, listImports } from "#contract/imports.ts";

export const importsSource = {
	list: listImports,
	counts: countImports,
	fields: importListFields,
	facets: ["state", "target", "createdById"],
	sort: "-seq",
} as const;
