import { lazy, Suspense } from "react";
import { useParams } from "react-router";
import { useEmployer } from "#features/employers/queries.ts";
import { ToolUsesPanel } from "#features/tool-uses/ToolUsesPanel.tsx";
import { useMay } from "#lib/session.ts";
import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./ToolsTab.module.css";

const EmployerMissionsPanel = lazy(async () => ({ default: (await import("#features/missions/EmployerMissionsPanel.tsx")).EmployerMissionsPanel }));

/** Its form weighs as much as two other tabs: on its own. */
export function ToolsTab() {
	const employer = useEmployer(useParams().id ?? "");
	const may = useMay();
	return (
		<div className={styles.stack}>
			<Suspense fallback={<Skeleton shape="rows" rows={3} />}>{may("listMissionRegistrations") && <EmployerMissionsPanel employer={employer} />}</Suspense>
			<ToolUsesPanel employer={employer} />
		</div>
	);
}
