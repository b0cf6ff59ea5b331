import { useMemo } from "react";
import { type VisitRow, visitFields, visitStatuses } from "#contract/visits.ts";
import { useFormat } from "#lib/format.ts";
import { useNaming } from "#lib/list-naming.ts";
import { useListView } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { ListPage } from "#ui/list/ListPage.tsx";
import { InvitationButton } from "./invitations/InvitationButton.tsx";
import { text } from "./text.ts";
import { useVisitColumns } from "./use-visit-columns.tsx";
import { visitsSource } from "./visits-source.ts";

const rowKey = ({ id }: VisitRow) => id;
const rowHref = ({ id }: VisitRow) => paths.visit(id);

/** Every visit of the region, the latest first: search, facets and sort are the address. */
export function VisitsPage() {
	const words = useWords(text);
	const { plural } = useFormat();
	const may = useMay();
	const { term, terms, personName } = useReference();
	const view = useListView(visitsSource);
	const columns = useVisitColumns();
	const codes = useMemo(
		() => ({ mode: (mode: string) => term("visitMode", mode), adviserId: personName, employerId: () => words.oneEmployer }),
		[term, personName, words],
	);
	const naming = useNaming(visitFields, words, codes);
	const canLog = may("createVisit");
	return (
		<ListPage
			view={view}
			naming={naming}
			title={words.title}
			caption={words.caption}
			search={words.search}
			facetsLabel={words.facets}
			facetOrder={{ status: visitStatuses, mode: terms("visitMode").map(({ value }) => value) }}
			columns={columns}
			rowKey={rowKey}
			rowHref={rowHref}
			defaultSort="-occurredOn"
			alsoSaved={[
				{
					header: words.fields.mrcCode,
					value: (row) => [...new Set(row.employers.flatMap(({ mrcCode }) => (mrcCode ? [naming.value("mrcCode", mrcCode)] : [])))].join(", "),
				},
			]}
			actions={
				canLog && (
					<>
						<InvitationButton />
						<LinkButton to={paths.startVisit("groupe")}>{words.groupSession}</LinkButton>
						<LinkButton to={paths.startVisit("partenaire")}>{words.partnerVisit}</LinkButton>
						<LinkButton to={paths.newVisit()} variant="primary">
							{words.logVisit}
						</LinkButton>
					</>
				)
			}
			footer={plural(view.rows.total, words.visits.one, words.visits.other)}
			none={{
				icon: "visits",
				title: words.none.title,
				text: words.none.text,
				action: canLog && <LinkButton to={paths.newVisit()}>{words.none.action}</LinkButton>,
			}}
			noMatch={{ icon: "search", ...words.noMatch }}
		/>
	);
}
