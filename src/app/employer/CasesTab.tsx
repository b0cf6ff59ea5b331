import { useParams } from "react-router";
import { useEmployer } from "#features/employers/queries.ts";
import { SupportCasesPanel } from "#features/support-cases/SupportCasesPanel.tsx";

export function CasesTab() {
	return <SupportCasesPanel employer={useEmployer(useParams().id ?? "")} />;
}
