import { Outlet, useLocation, useParams } from "react-router";
import { EmployerHeader } from "#features/employers/EmployerHeader.tsx";
import { useEmployer } from "#features/employers/queries.ts";
import { SignalFlags } from "#features/signals/SignalFlags.tsx";
import { useFormat } from "#lib/format.ts";
import { usePageActions } from "#lib/page-actions.ts";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Breadcrumb } from "#ui/Breadcrumb.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { TabNav } from "#ui/TabNav.tsx";
import styles from "./EmployerPage.module.css";
import { text } from "./text.ts";

/** An employer's record: the header stays, each section is an address. */
export function EmployerPage() {
	const words = useWords(text);
	const { number } = useFormat();
	const may = useMay();
	const { id = "" } = useParams();
	const employer = useEmployer(id);
	const { counts } = employer;
	const { pathname } = useLocation();
	const sections = [
		{ to: paths.employer(id), label: words.thread, end: true },
		{ to: paths.employer(id, "besoins"), label: words.needs, count: number(counts.labourNeeds) },
		{ to: paths.employer(id, "dossiers"), label: words.cases, count: number(counts.supportCases) },
		{ to: paths.employer(id, "visites"), label: words.visits, count: number(counts.visits) },
		{ to: paths.employer(id, "outils"), label: words.tools, count: number(counts.toolUses) },
		...(may("listImmigrationLines") ? [{ to: paths.employer(id, "immigration"), label: words.immigration }] : []),
		...(may("getQuestionnaire") ? [{ to: paths.employer(id, "signaux"), label: words.signals }] : []),
		...(may("listDocuments") ? [{ to: paths.employer(id, "documents"), label: words.documents }] : []),
		{ to: paths.employer(id, "personnes"), label: words.people, count: number(employer.contacts.length) },
		...(may("listHistory") ? [{ to: paths.employer(id, "historique"), label: words.history }] : []),
	];
	// The tab of the browser says which section it holds; the first goes by the name alone.
	const isPrint = pathname === paths.employer(id, "impression");
	const section = isPrint ? words.printing : sections.find(({ to, end }) => to === pathname && !end)?.label;
	const print = { id: "print", label: words.print, icon: "print", to: paths.employer(id, "impression") };
	usePageActions({ title: words.tabs, actions: [print, ...sections.map(({ to, label }) => ({ id: to, label, icon: "chevronRight", to }))] });
	return (
		<>
			<div className={styles.way}>
				<Breadcrumb items={[{ label: words.employers, to: paths.employers() }, { label: employer.name }]} />
				{may("getEmployerBrief") && (
					<LinkButton to={paths.employer(id, "preparation")} variant="quiet" size="small" icon="list">
						{words.brief}
					</LinkButton>
				)}
				{!isPrint && (
					<LinkButton to={print.to} variant="quiet" size="small" icon="print">
						{words.print}
					</LinkButton>
				)}
			</div>
			<section className={styles.header}>
				<EmployerHeader employer={employer} section={section} flags={isPrint ? null : <SignalFlags employerId={id} />} />
				<div className={styles.tabs}>
					<TabNav label={words.tabs} items={sections} />
				</div>
			</section>
			<Outlet />
		</>
	);
}
