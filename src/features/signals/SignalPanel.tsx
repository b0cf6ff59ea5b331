import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { listSignals } from "#contract/signals.ts";
import { apiQuery } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { ErrorState } from "#ui/ErrorState.tsx";
import { SidePanel } from "#ui/SidePanel.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./SignalDetails.module.css";
import { SignalDetails } from "./SignalDetails.tsx";
import { text } from "./text.ts";

/** One signal beside the list: where it comes from, what is to be done about it, what was done. */
export function SignalPanel({ id, onClose }: { id: string; onClose: () => void }) {
	const words = useWords(text);
	const { term } = useReference();
	const { data, error, refetch } = useQuery(apiQuery(listSignals, { query: { filter: `id==${id}`, limit: 1 } }));
	const signal = data?.items[0];
	return (
		<SidePanel title={signal ? <Link to={paths.employer(signal.employerId, "signaux")}>{signal.employerName}</Link> : words.panel.title} onClose={onClose}>
			{signal ? (
				<>
					<h3 className={styles.title}>{term("signal", signal.code)}</h3>
					<SignalDetails signal={signal} />
				</>
			) : error ? (
				<ErrorState title={words.employer.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />
			) : (
				<Skeleton shape="rows" rows={6} />
			)}
		</SidePanel>
	);
}
