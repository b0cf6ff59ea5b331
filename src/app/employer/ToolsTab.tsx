import { useParams } from "react-router";
import { useEmployer } from "#features/employers/queries.ts";
import { ToolUsesPanel } from "#features/tool-uses/ToolUsesPanel.tsx";

/** Its form weighs as much as two other tabs: on its own. */
export function ToolsTab() {
	return <ToolUsesPanel employer={useEmployer(useParams().id ?? "")} />;
}
