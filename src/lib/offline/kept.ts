import type { TimelineEntry } from "#contract/employer-timeline.ts";
import type { Employer } from "#contract/employers.ts";
import type { FollowUp } from "#contract/follow-ups.ts";
import type { LabourNeed } from "#contract/labour-needs.ts";
import type { SupportCaseRow } from "#contract/support-cases.ts";
import type { VisitRow } from "#contract/visits.ts";
import type { DeviceStore } from "../device/store.ts";
import { wasSignedIn } from "../signed-in.ts";
import type { LocalListId, RowsOf } from "./local-lists.ts";

/** An answer of the API as it was read: asked again, it is the same. */
export type KeptAnswer = { at: number; data: unknown };
/** Everything that the record of one employer of the portfolio shows. */
export type KeptEmployer = {
	at: number;
	employer: Employer;
	supportCases: SupportCaseRow[];
	labourNeeds: LabourNeed[];
	visits: VisitRow[];
	followUps: FollowUp[];
	thread: TimelineEntry[];
};
export type KeptRows<Id extends LocalListId = LocalListId> = { at: number; rows: RowsOf[Id] };

/** The collections of the device store that hold what was read. */
export const collections = { answers: "answers", employers: "portfolio", lists: "lists" } as const;

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
	if (!holder || !wasSignedIn()) return null;
	const { openDevice } = await import("../device/device.ts");
	return openDevice(holder.personId);
}

/** The day it is here: the API is not there to say it. */
export const localToday = () => new Intl.DateTimeFormat("en-CA", { timeZone: "America/Toronto" }).format(Date.now());
