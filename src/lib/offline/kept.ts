import type { TimelineEntry } from "#contract/employer-timeline.ts";
import { type Employer, type EmployerRow, employerRow } from "#contract/employers.ts";
import type { FollowUp } from "#contract/follow-ups.ts";
import type { LabourNeed } from "#contract/labour-needs.ts";
import type { SupportCaseRow } from "#contract/support-cases.ts";
import type { Visit, VisitRow } from "#contract/visits.ts";
import { openDevice } from "../device/device.ts";
import type { DeviceStore } from "../device/store.ts";
import { wasSignedIn } from "../signed-in.ts";

/** An answer of the API as it was read: asked again, it is the same. */
export type KeptAnswer = { at: number; data: unknown };
/** What the record of one employer of the portfolio shows beside its lists. */
export type KeptRecord = { employer: Employer; thread: TimelineEntry[] };
/** The lists of an employer that the portfolio keeps, each apart: a list of all employers opens what it lists and no more. */
export type KeptLists = { supportCases: SupportCaseRow[]; labourNeeds: LabourNeed[]; visits: VisitRow[]; followUps: FollowUp[] };
export const listKinds = ["supportCases", "labourNeeds", "visits", "followUps"] as const satisfies (keyof KeptLists)[];
export type ListKind = (typeof listKinds)[number];
/** What is kept of some employers of the portfolio, by employer, opened together. */
export type Piece<T> = Record<string, T>;

/** When the portfolio was read, where the journal stood, and on which day all of it was: small, for every question asks it. */
export type Head = { at: number; since: number; day: string /** As which version wrote it: another one reads it all again. */; form: string };
const columns = Object.keys(employerRow.shape) as (keyof EmployerRow)[];
/** Without the names of the columns, which would be most of it. */
export const packedRow = (employer: EmployerRow): unknown[] => columns.map((name) => employer[name]);
export const unpackedRow = (values: readonly unknown[]) => Object.fromEntries(columns.map((name, at) => [name, values[at] ?? null])) as EmployerRow;
const idColumn = columns.indexOf("id");
export const idOfPacked = (values: readonly unknown[]) => String(values[idColumn]);

/** One's own beside what the portfolio's employers bring: visits, follow-ups, and the reports to go on with. */
export type Own = { visits: VisitRow[]; followUps: FollowUp[]; reports: Visit[] };

/** The collections of the device store that hold what was read; and the records of `lists`. */
export const collections = { answers: "answers", pieces: "portfolio", lists: "lists" } as const;
export const piecesOf = (kind: ListKind) => `portfolio ${kind}`;
export const headName = "head";
/** The portfolio's rows, packed. */
export const rowsName = "rows";
export const ownName = "own";

const pieces = 64;
export const form = `${pieces} by kind ${columns.join()}`;
/** In which piece an employer is: of 2,000, some thirty are opened to read one, and a change of one writes as many again. */
export function pieceOf(employerId: string): string {
	let sum = 7;
	for (const letter of employerId) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
	return String(sum % pieces);
}
export const allPieces = Array.from({ length: pieces }, (_, at) => String(at));

/** Under which name an answer is kept: what was asked, to the letter. */
export const nameOfAnswer = (id: unknown, input: unknown) => JSON.stringify([id, input]);

const mark = "jalon.device";
/** Whose data this device keeps; and when the API last answered, which tells how old all of it may be. */
export type Holder = { personId: string; contactAt: number };

export function readHolder(): Holder | null {
	try {
		const read: unknown = JSON.parse(localStorage.getItem(mark) ?? "null");
		return typeof read === "object" && read !== null && "personId" in read ? (read as Holder) : null;
	} catch {
		return null;
	}
}
export const writeHolder = (holder: Holder) => localStorage.setItem(mark, JSON.stringify(holder));

/** The store of whoever was last here, as long as they have not signed out. */
export async function storeHere(): Promise<DeviceStore | null> {
	const holder = readHolder();
	return holder && wasSignedIn() ? openDevice(holder.personId) : null;
}

export async function readHead(store: DeviceStore): Promise<Head | null> {
	const head = await store.get<Head>(collections.lists, headName);
	return head?.form === form ? head : null;
}

/** The day it is here: the API is not there to say it. */
export const localToday = () => new Intl.DateTimeFormat("en-CA", { timeZone: "America/Toronto" }).format(Date.now());
