import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { Employer } from "#contract/employers.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { ItemList } from "#ui/ItemList.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { OwnResults } from "./OwnResults.tsx";
import { missionsOfQuery } from "./queries.ts";
import { RegistrationItem } from "./RegistrationItem.tsx";
import { text } from "./text.ts";

const AddRegistrationDialog = lazy(async () => ({ default: (await import("./AddRegistrationDialog.tsx")).AddRegistrationDialog }));

/** All the missions of an employer, the latest first, and what came of each. */
export function EmployerMissionsPanel({ employer }: { employer: Pick<Employer, "id" | "can"> }) {
	const words = useWords(text).employer;
	const may = useMay();
	const { data, error, refetch } = useQuery(missionsOfQuery(employer.id));
	const [isAdding, setAdding] = useState(false);
	if (!data)
		return error ? <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} /> : <Skeleton shape="rows" rows={2} />;
	return (
		<Card
			title={words.title}
			aside={data.total > 0 ? data.total : undefined}
			padded={data.items.length === 0}
			actions={
				employer.can.update &&
				may("createMissionRegistration") && (
					<Button size="small" icon="plus" onClick={() => setAdding(true)}>
						{words.add}
					</Button>
				)
			}
		>
			{data.items.length === 0 ? (
				words.none
			) : (
				<ItemList label={words.title}>
					{data.items.map((registration) => (
						<RegistrationItem key={registration.id} registration={registration} name={registration.missionName} to={paths.mission(registration.missionId)}>
							<OwnResults registration={registration} />
						</RegistrationItem>
					))}
				</ItemList>
			)}
			<Suspense>{isAdding && <AddRegistrationDialog missionId={null} employerId={employer.id} onClose={() => setAdding(false)} />}</Suspense>
		</Card>
	);
}
