import { useParams } from "react-router";
import { useEmployer } from "#features/employers/queries.ts";
import { LineCountsCard } from "#features/immigration-lines/LineCounts.tsx";
import { SupportCasesPanel } from "#features/support-cases/SupportCasesPanel.tsx";
import { useMay } from "#lib/session.ts";
import styles from "./ToolsTab.module.css";

/** The cases, and where the persons hired abroad stand. */
export function CasesTab() {
	const employer = useEmployer(useParams().id ?? "");
	const may = useMay();
	return (
		<div className={styles.stack}>
			{may("countImmigrationLines") && <LineCountsCard employerId={employer.id} />}
			<SupportCasesPanel employer={employer} />
		</div>
	);
}
