import type { EmployerRow } from "#contract/employers.ts";
import type { DeviceStore } from "../device/store.ts";
import {
	allPieces,
	collections,
	headName,
	type KeptLists,
	type KeptRecord,
	type ListKind,
	type Own,
	ownName,
	type Piece,
	pieceOf,
	piecesOf,
	readHead,
	rowsName,
	unpackedRow,
} from "./kept.ts";
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
const recordsNamed = (store: DeviceStore, name: string) => once(`piece ${name}`, () => store.get<Piece<KeptRecord>>(collections.pieces, name));
const listsNamed = <Kind extends ListKind>(store: DeviceStore, kind: Kind, name: string) =>
	once(`piece ${kind} ${name}`, () => store.get<Piece<KeptLists[Kind]>>(piecesOf(kind), name));

/** When all of it was last as the API has it; null where nothing is kept. */
export const readAt = async (store: DeviceStore) => (await headOf(store))?.at ?? null;

export const employerOf = async (store: DeviceStore, id: string): Promise<KeptRecord | null> => (await recordsNamed(store, pieceOf(id)))?.[id] ?? null;

const ofKept = { listSupportCases: "supportCases", listLabourNeeds: "labourNeeds", listVisits: "visits", listFollowUps: "followUps" } as const;

/** The rows of a list: of one employer, whose piece alone is opened, or of all. */
export async function rowsOf<Id extends LocalListId>(store: DeviceStore, id: Id, employerId: string | undefined): Promise<RowsOf[Id] | null> {
	if (id === "listEmployers") return (await employersOf(store)) as RowsOf[Id] | null;
	const kind = ofKept[id as keyof typeof ofKept];
	const one = employerId && (await listsNamed(store, kind, pieceOf(employerId)))?.[employerId];
	if (one) return one as RowsOf[Id];
	return once(`rows ${id}`, async () => {
		const [own, ...pieces] = await Promise.all([ownOf(store), ...allPieces.map((name) => listsNamed(store, kind, name))]);
		const mine: readonly { id: string }[] = kind === "visits" || kind === "followUps" ? (own?.[kind] ?? []) : [];
		const theirs = pieces.flatMap((piece) => Object.values(piece ?? {}).flat() as { id: string }[]);
		return [...new Map([...mine, ...theirs].map((row) => [row.id, row])).values()] as RowsOf[Id];
	});
}
