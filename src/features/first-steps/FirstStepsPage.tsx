import { useQuery } from "@tanstack/react-query";
import { errorSentence } from "#lib/error-sentence.ts";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./FirstStepsPage.module.css";
import { firstStepsQuery } from "./queries.ts";
import { StartDoors } from "./StartDoors.tsx";
import { StepList } from "./StepList.tsx";
import { text } from "./text.ts";

/** The first page of who sets an office up: the doors while it is empty, then what is left to do. */
export function FirstStepsPage() {
	const words = useWords(text);
	const may = useMay();
	const { data, error, refetch } = useQuery(firstStepsQuery);
	if (!data)
		return (
			<>
				<PageTitle title={words.title} />
				{error ? <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} /> : <Skeleton shape="rows" rows={6} />}
			</>
		);
	return (
		<div className={styles.page}>
			<PageTitle title={words.title} sub={data.isEmpty ? words.emptySub : undefined} />
			{data.isEmpty && may("listPeople") && <StartDoors mayLoad={data.mayLoadDemonstration} />}
			{data.isDemonstration && may("listPeople") && (
				<Card
					title={words.demonstration.title}
					padded
					actions={
						<LinkButton size="small" to={paths.signIn()}>
							{words.demonstration.action}
						</LinkButton>
					}
				>
					<p className={styles.prose}>{words.demonstration.text}</p>
				</Card>
			)}
			<StepList progress={data} />
		</div>
	);
}
