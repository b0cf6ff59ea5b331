import { useParams } from "react-router";
import { useEmployer } from "#features/employers/queries.ts";
import { EmployerMissionsPanel } from "#features/missions/EmployerMissionsPanel.tsx";
import { ToolUsesPanel } from "#features/tool-uses/ToolUsesPanel.tsx";
import { useMay } from "#lib/session.ts";
import styles from "./ToolsTab.module.css";

/** Its form weighs as much as two other tabs: on its own. */
export function ToolsTab() {
	const employer = useEmployer(useParams().id ?? "");
	const may = useMay();
	return (
		<div className={styles.stack}>
			{may("listMissionRegistrations") && <EmployerMissionsPanel employer={employer} />}
			<ToolUsesPanel employer={employer} />
		</div>
	);
}
