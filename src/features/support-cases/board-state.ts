import { closedStage } from "#contract/case-board.ts";
import type { Board, SupportCaseRow } from "#contract/support-cases.ts";
import { daysBetween } from "#lib/days.ts";

export type Day = { today: string; staleAfter: (stage: string) => number | null };

/** The API's rule, for what is shown before it answers: open, not paused, and quiet for longer than the stage allows. */
export function isSleeping(row: Pick<SupportCaseRow, "closedOn" | "pausedUntil" | "lastActivityOn" | "stage">, { today, staleAfter }: Day): boolean {
	const limit = staleAfter(row.stage);
	const isPaused = row.pausedUntil !== null && row.pausedUntil >= today;
	return row.closedOn === null && !isPaused && limit !== null && daysBetween(row.lastActivityOn, today) > limit;
}

/** The case as it will stand once moved. */
export function afterMove<Row extends SupportCaseRow>(row: Row, { toStage, movedOn }: { toStage: string; movedOn: string }, day: Day): Row {
	const isClosing = toStage === closedStage;
	const lastActivityOn = movedOn > row.lastActivityOn || isClosing ? movedOn : row.lastActivityOn;
	const moved = {
		...row,
		stage: toStage,
		stageEnteredOn: movedOn,
		lastActivityOn,
		version: row.version + 1,
		...(isClosing ? { closedOn: movedOn, pausedUntil: null, can: { update: false, move: false } } : {}),
	};
	return { ...moved, sleeping: isSleeping(moved, day) };
}

type Column = Board["columns"][number];

const without = (column: Column, row: SupportCaseRow): Column => ({
	...column,
	total: column.total - 1,
	openPosts: column.openPosts - row.openPosts,
	sleeping: column.sleeping - Number(row.sleeping),
	items: column.items.filter(({ id }) => id !== row.id),
});

/** The order of the API: the latest to enter the stage first. */
const isBefore = (a: SupportCaseRow, b: SupportCaseRow) => (a.stageEnteredOn === b.stageEnteredOn ? a.id > b.id : a.stageEnteredOn > b.stageEnteredOn);

function withRow(column: Column, row: SupportCaseRow): Column {
	const at = column.items.findIndex((item) => isBefore(row, item));
	const place = at < 0 ? column.items.length : at;
	return {
		...column,
		total: column.total + 1,
		openPosts: column.openPosts + row.openPosts,
		sleeping: column.sleeping + Number(row.sleeping),
		items: [...column.items.slice(0, place), row, ...column.items.slice(place)],
	};
}

/** Columns with one case changed: in its place, or in another column with the counts and posts of both adjusted. */
const columnsAfter = (columns: Column[], before: SupportCaseRow, after: SupportCaseRow): Column[] =>
	columns.map((column) => {
		const left = column.stage === before.stage ? without(column, before) : column;
		return column.stage === after.stage ? withRow(left, after) : left;
	});

/** The columns whose cards are drawn together: the board's own, or those of each lane. */
export const groupsOf = ({ columns, lanes }: Board): Column[][] => lanes?.map((lane) => lane.columns) ?? [columns];

/** The board with one case changed; in lanes, in its own lane and in the counts above. A case that is not on it leaves it as it is. */
export function boardAfter(board: Board, id: string, change: (row: SupportCaseRow) => SupportCaseRow): Board {
	const before = groupsOf(board)
		.flat()
		.flatMap(({ items }) => items)
		.find((item) => item.id === id);
	if (!before) return board;
	const after = change(before);
	const columns = columnsAfter(board.columns, before, after);
	if (!board.lanes) return { columns };
	return {
		columns: columns.map((column) => ({ ...column, items: [] })),
		lanes: board.lanes.map((lane) =>
			lane.columns.some(({ items }) => items.includes(before)) ? { ...lane, columns: columnsAfter(lane.columns, before, after) } : lane,
		),
	};
}
