import type { LoaderFunctionArgs } from "react-router";
import { useParams } from "react-router";
import { QuestionnairePanel } from "#features/questionnaire/QuestionnairePanel.tsx";
import { questionnaireQuery } from "#features/questionnaire/queries.ts";
import { protocolsQuery } from "#features/signals/queries.ts";
import { SignalsCard } from "#features/signals/SignalsCard.tsx";
import { queryClient } from "#lib/query-client.ts";
import styles from "./SignalsTab.module.css";

export function loadSignalsTab({ params }: LoaderFunctionArgs) {
	void queryClient.prefetchQuery(questionnaireQuery(params.id ?? ""));
	void queryClient.prefetchQuery(protocolsQuery);
	return null;
}

/** What is asked every year, beside what it and the visits raised. */
export function SignalsTab() {
	const { id = "" } = useParams();
	return (
		<div className={styles.beside}>
			<QuestionnairePanel key={id} employerId={id} />
			<SignalsCard employerId={id} />
		</div>
	);
}
