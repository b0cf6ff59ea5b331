import { useIsFetching } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { type LoaderFunctionArgs, useParams } from "react-router";
import { useEmployer } from "#features/employers/queries.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { loadCases, loadNeeds, loadThread, loadTools, loadVisits } from "./loaders.ts";
import styles from "./PrintTab.module.css";
import { text } from "./text.ts";

// Each is already in the chunk of its own tab.
const ContactsPanel = lazy(async () => ({ default: (await import("#features/employers/ContactsPanel.tsx")).ContactsPanel }));
const ThreadPanel = lazy(async () => ({ default: (await import("#features/employers/ThreadPanel.tsx")).ThreadPanel }));
const NextStepsPanel = lazy(async () => ({ default: (await import("#features/follow-ups/NextStepsPanel.tsx")).NextStepsPanel }));
const LabourNeedsPanel = lazy(async () => ({ default: (await import("#features/labour-needs/LabourNeedsPanel.tsx")).LabourNeedsPanel }));
const SupportCasesPanel = lazy(async () => ({ default: (await import("#features/support-cases/SupportCasesPanel.tsx")).SupportCasesPanel }));
const ToolUsesPanel = lazy(async () => ({ default: (await import("#features/tool-uses/ToolUsesPanel.tsx")).ToolUsesPanel }));
const VisitsPanel = lazy(async () => ({ default: (await import("#features/visits/VisitsPanel.tsx")).VisitsPanel }));

/** Everything that the tabs read. */
export const loadPrint = (given: LoaderFunctionArgs) => {
	for (const load of [loadThread, loadNeeds, loadCases, loadVisits, loadTools]) load(given);
	return null;
};

/** The whole record, one section after the other, to put on paper. */
export function PrintTab() {
	const words = useWords(text);
	const employer = useEmployer(useParams().id ?? "");
	return (
		<div className={styles.sheet}>
			<div className="no-print">
				<Banner
					icon="print"
					action={
						<Button size="small" icon="print" onClick={() => window.print()}>
							{words.print}
						</Button>
					}
				>
					{words.printHint}
				</Banner>
			</div>
			<Suspense fallback={<Skeleton />}>
				<ContactsPanel employer={employer} />
				<NextStepsPanel employerId={employer.id} />
				<Section title={words.cases}>
					<SupportCasesPanel employer={employer} />
				</Section>
				<Section title={words.needs}>
					<LabourNeedsPanel employerId={employer.id} />
				</Section>
				<Section title={words.visits}>
					<VisitsPanel employerId={employer.id} />
				</Section>
				<Section title={words.tools}>
					<ToolUsesPanel employer={employer} />
				</Section>
				<ThreadPanel employerId={employer.id} />
				<PrintOnce />
			</Suspense>
		</div>
	);
}

/** The browser is asked to print once every section is here, and what each reads. */
function PrintOnce() {
	const isWaiting = useIsFetching() > 0;
	const [hasAsked, setAsked] = useState(false);
	useEffect(() => {
		if (isWaiting || hasAsked) return;
		setAsked(true);
		window.print();
	}, [isWaiting, hasAsked]);
	return null;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section className={styles.section}>
			<h2>{title}</h2>
			{children}
		</section>
	);
}
