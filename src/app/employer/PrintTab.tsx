import { useIsFetching } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { type LoaderFunctionArgs, useParams } from "react-router";
import { ContactsPanel } from "#features/employers/ContactsPanel.tsx";
import { useEmployer } from "#features/employers/queries.ts";
import { ThreadPanel } from "#features/employers/ThreadPanel.tsx";
import { NextStepsPanel } from "#features/follow-ups/NextStepsPanel.tsx";
import { LabourNeedsPanel } from "#features/labour-needs/LabourNeedsPanel.tsx";
import { SupportCasesPanel } from "#features/support-cases/SupportCasesPanel.tsx";
import { ToolUsesPanel } from "#features/tool-uses/ToolUsesPanel.tsx";
import { VisitsPanel } from "#features/visits/VisitsPanel.tsx";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { loadCases, loadNeeds, loadThread, loadTools, loadVisits } from "./loaders.ts";
import styles from "./PrintTab.module.css";
import { text } from "./text.ts";

/** Everything that the tabs read. */
export const loadPrint = (given: LoaderFunctionArgs) => {
	for (const load of [loadThread, loadNeeds, loadCases, loadVisits, loadTools]) load(given);
	return null;
};

/** The whole record, one section after the other, to put on paper. The window of the browser opens once everything is here. */
export function PrintTab() {
	const words = useWords(text);
	const employer = useEmployer(useParams().id ?? "");
	const isWaiting = useIsFetching() > 0;
	const [hasAsked, setAsked] = useState(false);
	useEffect(() => {
		if (isWaiting || hasAsked) return;
		setAsked(true);
		window.print();
	}, [isWaiting, hasAsked]);
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
		</div>
	);
}

function Section({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section className={styles.section}>
			<h2>{title}</h2>
			{children}
		</section>
	);
}
