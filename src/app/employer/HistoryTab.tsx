import { useParams } from "react-router";
import { HistoryPanel } from "#features/history/HistoryPanel.tsx";

/** Who changed what, and when; on its own, for few open it. */
export function HistoryTab() {
	return <HistoryPanel entity="employer" id={useParams().id ?? ""} />;
}
