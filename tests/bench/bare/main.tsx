import { createRoot } from "react-dom/client";
import type { EmployerRow } from "#contract/employers.ts";

/** The least that shows the list: react-dom, one fetch of the same JSON, a native table of every row. No router, cache, words, styles, validation nor virtual rows. */
function Table({ rows }: { rows: EmployerRow[] }) {
	return (
		<table>
			<tbody>
				{rows.map((row) => (
					<tr key={row.id}>
						<td>
							<a href={`/employeurs/${row.id}`}>{row.name}</a>
						</td>
						<td>{row.municipalityName}</td>
						<td>{row.sectorCode}</td>
						<td>{row.stage}</td>
						<td>{row.openPosts}</td>
						<td>{row.lastVisitOn}</td>
						<td>{row.nextStepTitle}</td>
						<td>{row.nextStepOn}</td>
						<td>{row.portalLastUseOn}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

const response = await fetch("/api/employers?limit=250");
const { items } = (await response.json()) as { items: EmployerRow[] };
createRoot(document.getElementById("root") as HTMLElement).render(<Table rows={items} />);
