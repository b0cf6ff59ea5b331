import { useLocation } from "react-router";
import { HelpPanel } from "#features/help/HelpPanel.tsx";
import { helpTopicOf } from "./help-topic.ts";

/** The help that fits the screen one looks at, beside it. */
export function HelpBeside({ hasNews, onClose }: { hasNews: boolean; onClose: () => void }) {
	return <HelpPanel topic={helpTopicOf(useLocation().pathname)} hasNews={hasNews} onClose={onClose} />;
}
