import { type LoaderFunctionArgs, useParams } from "react-router";
import { HistoryPanel } from "#features/history/HistoryPanel.tsx";
import { startHistory } from "#features/history/loaders.ts";

export function loadHistoryTab({ params }: LoaderFunctionArgs) {
	startHistory("employer", params.id ?? "");
	return null;
}

/** Who changed what, and when; on its own, for few open it. */
export function HistoryTab() {
	return <HistoryPanel entity="employer" id={useParams().id ?? ""} />;
}
