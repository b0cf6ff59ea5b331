import { type EmployerRow, employerFields } from "#contract/employers.ts";
import { useFormat } from "#lib/format.ts";
import type { SavedColumn } from "#lib/list-export.ts";
import { useNaming } from "#lib/list-naming.ts";
import { useListView } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { ListPage } from "#ui/list/ListPage.tsx";
import { employersSource } from "./employers-source.ts";
import { portalStates } from "./portal-state.ts";
import { text } from "./text.ts";
import { useEmployerColumns } from "./use-employer-columns.tsx";

const rowKey = ({ id }: EmployerRow) => id;
const rowHref = ({ id }: EmployerRow) => paths.employer(id);

/** Every employer of the region, whatever their number: search, facets and sorts are the address. */
export function EmployersPage() {
	const words = useWords(text);
	const { plural } = useFormat();
	const may = useMay();
	const { stages } = useReference();
	const view = useListView(employersSource);
	const naming = useNaming(employerFields, words);
	const columns = useEmployerColumns();
	const canAdd = may("createEmployer");
	const { fields, saved } = words;
	const alsoSaved: SavedColumn<EmployerRow>[] = [
		{ header: saved.nextStepTitle, value: (row) => row.nextStepTitle },
		{ header: saved.neq, value: (row) => row.neq },
		{ header: fields.municipalityName, value: (row) => row.municipalityName },
		{ header: fields.sectorCode, value: (row) => row.sectorCode && naming.value("sectorCode", row.sectorCode) },
		{ header: fields.employeeCount, value: (row) => row.employeeCount },
		{ header: fields.advisorId, value: (row) => row.advisorId && naming.value("advisorId", row.advisorId) },
		{ header: fields.portalAccountOn, value: (row) => row.portalAccountOn },
		{ header: fields.portalLastUseOn, value: (row) => row.portalLastUseOn },
		{ header: fields.missionsJoined, value: (row) => row.missionsJoined },
	];
	// The list of one person alone: their portfolio.
	const [holder, another] = view.state.chosen("advisorId");
	const posts = sumOfPosts(view.rows.total, view.rows.rowAt);
	return (
		<ListPage
			view={view}
			naming={naming}
			title={words.title}
			caption={words.caption}
			search={words.search}
			facetsLabel={words.facets}
			facetOrder={{ stage: stages.map(({ code }) => code), portal: portalStates }}
			columns={columns}
			rowKey={rowKey}
			rowHref={rowHref}
			defaultSort="name"
			alsoSaved={alsoSaved}
			actions={
				<>
					{holder && !another && may("createHandOver") && <LinkButton to={paths.newHandOver(holder)}>{words.handOver}</LinkButton>}
					{may("createImport") && <LinkButton to={paths.newImport()}>{words.bring}</LinkButton>}
					{canAdd && (
						<LinkButton to={paths.newEmployer()} variant="primary">
							{words.add}
						</LinkButton>
					)}
				</>
			}
			footer={[
				plural(view.rows.total, words.employers.one, words.employers.other),
				...(posts === null ? [] : [plural(posts, words.openPosts.one, words.openPosts.other)]),
			].join(" · ")}
			none={{
				icon: "employers",
				title: words.none.title,
				text: words.none.text,
				action: canAdd && <LinkButton to={paths.newEmployer()}>{words.none.action}</LinkButton>,
			}}
		/>
	);
}

const mostSummed = 1000;

/** Posts of the rows shown, only when every row is here: a partial sum would be a false figure. */
function sumOfPosts(total: number, rowAt: (index: number) => EmployerRow | undefined): number | null {
	if (total > mostSummed) return null;
	let sum = 0;
	for (let index = 0; index < total; index += 1) {
		const row = rowAt(index);
		if (!row) return null;
		sum += row.openPosts;
	}
	return sum;
}
