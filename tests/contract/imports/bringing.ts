import type { ImportRow } from "#contract/import-rows.ts";
import type { DataImport } from "#contract/imports.ts";
import { csvOf } from "../../support/import-files.ts";
import { newId, type Page, type Visitor } from "../support.ts";

export type Problem = { code: string; errors?: { path: string; code: string; message: string }[] };
const working = ["reading", "checking", "applying", "undoing"];

/** A file sent as the screen sends it. */
export const bring = (
	visitor: Visitor,
	content: string | Uint8Array,
	{ target = "employers", fileName = "liste.csv", key = newId(), type = "application/octet-stream" } = {},
) =>
	visitor.send<DataImport & Problem>("POST", `/imports?target=${target}&fileName=${encodeURIComponent(fileName)}`, {
		key,
		rawBody: content,
		headers: { "content-type": type },
	});

export const readImport = async (visitor: Visitor, id: string) => (await visitor.get<DataImport>(`/imports/${id}`)).body;

/** The house works by itself: until it stops. */
export async function settled(
	visitor: Visitor,
	id: string,
	isThere: (found: DataImport) => boolean = ({ state }) => !working.includes(state),
): Promise<DataImport> {
	for (;;) {
		const found = await readImport(visitor, id);
		if (isThere(found)) return found;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
export const checked = async (visitor: Visitor, content: string | Uint8Array, options: Parameters<typeof bring>[2] = {}) =>
	settled(visitor, (await bring(visitor, content, options)).body.id);

export const rowsOf = async (visitor: Visitor, id: string, filter = "") =>
	(await visitor.get<Page<ImportRow>>(`/imports/${id}/rows?limit=500${filter && `&filter=${encodeURIComponent(filter)}`}`)).body;

export async function act(visitor: Visitor, id: string, action: "apply" | "cancel" | "undo"): Promise<DataImport> {
	const { status, body } = await visitor.post<DataImport>(`/imports/${id}/${action}`, undefined);
	if (status !== 200) throw new Error(`${action} answered ${status}: ${JSON.stringify(body)}`);
	return settled(visitor, id);
}

export const extractHeadings = ["NEQ", "Entreprise", "Date d’activation", "Recherches", "Profils consultés", "Contacts", "OEV", "Date de l’extrait"];
export type ExtractRow = {
	neq?: string;
	name?: string;
	active?: string;
	searches?: string;
	profiles?: string;
	contacts?: string;
	offers?: string;
	on?: string;
};
export const extractRow = (extractOn: string, { neq, name, active, searches, profiles, contacts, offers, on = extractOn }: ExtractRow) =>
	[neq, name, active, searches, profiles, contacts, offers, on].map((cell) => cell ?? "");
/** An extract of the Portail, of a day unless a row says another. */
export const extractOf = (extractOn: string, ...rows: ExtractRow[]) => csvOf([extractHeadings, ...rows.map((row) => extractRow(extractOn, row))]);
