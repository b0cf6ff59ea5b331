import { useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { type PortalAccount, portalAccountFields, portalStates } from "#contract/portal-accounts.ts";
import { useFormat } from "#lib/format.ts";
import { useNaming } from "#lib/list-naming.ts";
import { useListView } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { withParameters } from "#lib/search-parameters.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { ListPage } from "#ui/list/ListPage.tsx";
import { PortalFunnel } from "./PortalFunnel.tsx";
import styles from "./PortalPage.module.css";
import { asOfOf, portalSource } from "./portal-source.ts";
import { portalText } from "./portal-text.ts";
import { usePortalColumns } from "./use-portal-columns.tsx";

const rowKey = ({ id }: PortalAccount) => id;
const rowHref = ({ employerId }: PortalAccount) => paths.employer(employerId, "outils");

/** The Portail employeurs: how far accounts went, which ones call for a hand, and each account, as of a day. */
export function PortalPage() {
	const words = useWords(portalText);
	const { plural, prose } = useFormat();
	const [search] = useSearchParams();
	const asOf = asOfOf(search);
	const source = useMemo(() => portalSource(asOf), [asOf]);
	const view = useListView(source);
	const columns = usePortalColumns();
	const naming = useNaming(portalAccountFields, words);
	return (
		<ListPage
			view={view}
			naming={naming}
			title={words.title}
			sub={asOf && !view.rows.isLoading ? `${plural(view.rows.total, words.accounts.one, words.accounts.other)} · ${words.readAsOf(prose(asOf))}` : undefined}
			actions={<LinkButton to={paths.toolUses({ filtre: "tool==employerPortal" })}>{words.facts}</LinkButton>}
			intro={<PortalFunnel asOf={asOf} filter={view.state.filter} />}
			toolbar={<AsOf key={asOf} asOf={asOf} />}
			caption={words.caption}
			search={words.search}
			facetsLabel={words.facets}
			facetOrder={{ state: portalStates }}
			columns={columns}
			rowKey={rowKey}
			rowHref={rowHref}
			defaultSort="-lastFactOn"
			footer={plural(view.rows.total, words.accounts.one, words.accounts.other)}
			none={{ icon: "portal", ...words.none, action: <LinkButton to={paths.employers()}>{words.noneAction}</LinkButton> }}
		/>
	);
}

/** The day read, in the address: a colleague who opens the link reads the same. */
function AsOf({ asOf }: { asOf: string | null }) {
	const words = useWords(portalText);
	const { today } = useReference();
	const [search, setSearch] = useSearchParams();
	const [typed, setTyped] = useState(asOf ?? today);
	const change = (day: string) => {
		setTyped(day);
		if (!day || day > today) return;
		setSearch(withParameters(search, { au: day === today ? null : day }), { replace: true, preventScrollReset: true });
	};
	return (
		<div className={styles.asOf}>
			<span aria-hidden="true">{words.asOf}</span>
			<Field label={words.asOf} hideLabel className={styles.day} error={typed > today ? words.future : undefined}>
				<DateInput value={typed} max={today} onChange={(event) => change(event.target.value)} />
			</Field>
		</div>
	);
}
