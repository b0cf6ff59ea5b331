import { getBoard, getSupportCase, listSupportCases, type SupportCase, type SupportCaseRow, updateSupportCase } from "#contract/support-cases.ts";
import { optimistic, useApiMutation } from "#lib/api.ts";
import { useReference } from "#lib/reference.ts";
import { boardAfter, isSleeping } from "./board-state.ts";
import { touchedByCase } from "./queries.ts";

/** Hands a case to someone, pauses it or wakes it; shown at once. */
export function useCaseChanges(on: { onSuccess: (saved: SupportCase) => void; onError: (error: Error) => void }) {
	const day = useReference();
	return useApiMutation(updateSupportCase, {
		...on,
		invalidates: touchedByCase,
		optimistic: ({ params, body }) => {
			const change = <Row extends SupportCaseRow>(row: Row): Row => {
				if (row.id !== params.id) return row;
				const changed = { ...row, ...body, version: row.version + 1 };
				return { ...changed, sleeping: isSleeping(changed, day) };
			};
			const onBoard = (row: SupportCaseRow): SupportCaseRow => {
				const { pauseReason: _pauseReason, ...changed } = change({ ...row, pauseReason: null });
				return changed;
			};
			return [
				optimistic(getBoard, (board) => boardAfter(board, params.id, onBoard)),
				optimistic(listSupportCases, (page) => ({ ...page, items: page.items.map(onBoard) })),
				optimistic(getSupportCase, change),
			];
		},
	});
}
