import { useMemo } from "react";
import type { ImmigrationLine } from "#contract/immigration-lines.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import type { Column } from "#ui/grid/column.ts";
import { StateTag } from "./StateTag.tsx";
import { text } from "./text.ts";

/** Columns of the immigration lines: under which label, for whom, where it stands. */
export function useLineColumns(): Column<ImmigrationLine>[] {
	const words = useWords(text);
	const { term } = useReference();
	return useMemo(() => {
		const pathOf = ({ path }: ImmigrationLine) => term("immigrationPath", path);
		return [
			{ id: "label", header: words.columns.label, cell: ({ label }) => label, width: "minmax(180px, 1.4fr)", sortable: true },
			{ id: "employerName", header: words.columns.employer, cell: ({ employerName }) => employerName, width: "minmax(150px, 1.2fr)", sortable: true },
			{
				id: "state",
				header: words.columns.state,
				cell: (line) => <StateTag state={line.state} endReason={line.endReason} />,
				saved: ({ state }) => words.values.state[state],
				width: "172px",
			},
			{ id: "path", header: words.columns.path, cell: pathOf, saved: pathOf, width: "minmax(150px, 1fr)", hideOnPhone: true },
			{ id: "hiredOn", header: words.columns.hired, cell: ({ hiredOn }) => hiredOn, width: "104px", sortable: true },
			{
				id: "permitExpiresOn",
				header: words.columns.expires,
				cell: ({ permitExpiresOn }) => permitExpiresOn,
				width: "132px",
				sortable: true,
				hideOnPhone: true,
			},
		];
	}, [words, term]);
}
