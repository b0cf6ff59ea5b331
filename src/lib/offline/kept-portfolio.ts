import type { EmployerRow } from "#contract/employers.ts";
import type { DeviceStore } from "../device/store.ts";
import { allPieces, collections, headName, type KeptEmployer, type Own, ownName, type Piece, pieceOf, readHead, rowsName, unpackedRow } from "./kept.ts";
import type { LocalListId, RowsOf } from "./local-lists.ts";

/** Opened once for the page, and only what is asked for: several questions come of the same rows, key after key. */
const opened = new Map<string, Promise<unknown>>();
export const forgetPortfolio = () => opened.clear();

function once<T>(name: string, open: () => Promise<T>): Promise<T> {
	const known = (opened.get(name) as Promise<T> | undefined) ?? open();
	opened.set(name, known);
	return known;
}

const headOf = (store: DeviceStore) => once(headName, () => readHead(store));
const employersOf = (store: DeviceStore): Promise<EmployerRow[] | null> =>
	once(rowsName, async () => (await store.get<unknown[][]>(collections.lists, rowsName))?.map(unpackedRow) ?? null);
export const ownOf = (store: DeviceStore) => once(ownName, () => store.get<Own>(collections.lists, ownName));
const pieceNamed = (store: DeviceStore, name: string) => once(`piece ${name}`, () => store.get<Piece>(collections.pieces, name));

/** When all of it was last as the API has it; null where nothing is kept. */
export const readAt = async (store: DeviceStore) => (await headOf(store))?.at ?? null;

export const employerOf = async (store: DeviceStore, id: string): Promise<KeptEmployer | null> => (await pieceNamed(store, pieceOf(id)))?.[id] ?? null;

const ofKept = { listSupportCases: "supportCases", listLabourNeeds: "labourNeeds", listVisits: "visits", listFollowUps: "followUps" } as const;

/** The rows of a list: of one employer, whose piece alone is opened, or of all. */
export async function rowsOf<Id extends LocalListId>(store: DeviceStore, id: Id, employerId: string | undefined): Promise<RowsOf[Id] | null> {
	if (id === "listEmployers") return (await employersOf(store)) as RowsOf[Id] | null;
	const part = ofKept[id as keyof typeof ofKept];
	const one = employerId && (await employerOf(store, employerId));
	if (one) return one[part] as RowsOf[Id];
	return once(`rows ${id}`, async () => {
		const [own, ...pieces] = await Promise.all([ownOf(store), ...allPieces.map((name) => pieceNamed(store, name))]);
		const mine: readonly { id: string }[] = part === "visits" || part === "followUps" ? (own?.[part] ?? []) : [];
		const theirs = pieces.flatMap((piece) => Object.values(piece ?? {}).flatMap((kept): readonly { id: string }[] => kept[part]));
		return [...new Map([...mine, ...theirs].map((row) => [row.id, row])).values()] as RowsOf[Id];
	});
}
