import { lazy, Suspense } from "react";
import { useParams } from "react-router";
import { ContactsCard } from "#features/employers/ContactsCard.tsx";
import { ContactsPanel } from "#features/employers/ContactsPanel.tsx";
import { useEmployer } from "#features/employers/queries.ts";
import { ThreadPanel } from "#features/employers/ThreadPanel.tsx";
import { NextStepsPanel } from "#features/follow-ups/NextStepsPanel.tsx";
import { PromisesPanel } from "#features/follow-ups/PromisesPanel.tsx";
import { LabourNeedsPanel } from "#features/labour-needs/LabourNeedsPanel.tsx";
import { OpenNeedsPanel } from "#features/labour-needs/OpenNeedsPanel.tsx";
import { EmployerReferralsPanel } from "#features/referrals/EmployerReferralsPanel.tsx";
import { VisitsPanel } from "#features/visits/VisitsPanel.tsx";
import { useMay } from "#lib/session.ts";
import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./EmployerPage.module.css";

const EmployerLinesPanel = lazy(async () => ({ default: (await import("#features/immigration-lines/EmployerLinesPanel.tsx")).EmployerLinesPanel }));

const useThisEmployer = () => useEmployer(useParams().id ?? "");

/** What happened, beside what is still to be done. */
export function ThreadTab() {
	const employer = useThisEmployer();
	const may = useMay();
	return (
		<div className={styles.thread}>
			<ThreadPanel employerId={employer.id} />
			<div className={styles.aside}>
				<NextStepsPanel employerId={employer.id} />
				{may("countFollowUps") && <PromisesPanel employerId={employer.id} />}
				<OpenNeedsPanel employerId={employer.id} openPosts={employer.openPosts} />
				{may("listReferrals") && <EmployerReferralsPanel employer={employer} />}
				<ContactsCard employer={employer} />
			</div>
		</div>
	);
}

export function NeedsTab() {
	return <LabourNeedsPanel employerId={useThisEmployer().id} />;
}

export function VisitsTab() {
	return <VisitsPanel employerId={useThisEmployer().id} />;
}

export function PeopleTab() {
	return <ContactsPanel employer={useThisEmployer()} />;
}

/** The persons it hired abroad. Few employers have any: what shows them comes when it is asked for. */
export function LinesTab() {
	const employer = useThisEmployer();
	return (
		<Suspense fallback={<Skeleton shape="rows" rows={5} />}>
			<EmployerLinesPanel key={employer.id} employer={employer} />
		</Suspense>
	);
}
