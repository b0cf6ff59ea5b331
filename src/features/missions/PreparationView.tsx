import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { type MissionRegistration, registrationStates } from "#contract/mission-registrations.ts";
import type { Mission } from "#contract/missions.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { ItemList } from "#ui/ItemList.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./Missions.module.css";
import { registrationsQuery } from "./queries.ts";
import { RegistrationItem } from "./RegistrationItem.tsx";
import { text } from "./text.ts";

const AddRegistrationDialog = lazy(async () => ({ default: (await import("./AddRegistrationDialog.tsx")).AddRegistrationDialog }));

/** Those who are furthest on come first; who withdrew, last. */
const order = [...registrationStates.filter((state) => state !== "withdrawn")].reverse();

/** Before the mission: the employers by where they stand, and the way on for each. */
export function PreparationView({ mission }: { mission: Mission }) {
	const all = useWords(text);
	const words = all.registrations;
	const may = useMay();
	const { today } = useReference();
	const { data, error, refetch } = useQuery(registrationsQuery(mission.id));
	const [isAdding, setAdding] = useState(false);
	if (!data) return error ? <ErrorState title={all.failed} detail={errorSentence(error)} onRetry={() => void refetch()} /> : <Skeleton shape="rows" rows={6} />;
	const add = may("createMissionRegistration") && mission.stage !== "cancelled" && (
		<Button icon="plus" onClick={() => setAdding(true)}>
			{words.add}
		</Button>
	);
	const plan = (mission.stage === "toCome" || mission.stage === "underWay") && may("listMissionMatches") && (
		<LinkButton icon="search" to={paths.missionPlan(mission.id)}>
			{all.page.plan}
		</LinkButton>
	);
	const isOver = mission.registrationDeadlineOn !== null && mission.registrationDeadlineOn < today && mission.stage === "toCome";
	return (
		<>
			{isOver && <Banner tone="amber">{all.page.deadlineOver}</Banner>}
			{data.items.length === 0 ? (
				<EmptyState
					icon="missions"
					title={words.none.title}
					text={words.none.text}
					action={
						<div className={styles.bar}>
							{plan}
							{add}
						</div>
					}
				/>
			) : (
				<div className={styles.bar}>
					{plan}
					{add}
				</div>
			)}
			{[...order, "withdrawn" as const].map((state) => {
				const those: MissionRegistration[] = data.items.filter((one) => one.state === state);
				return those.length === 0 ? null : (
					<Card key={state} title={words.groups[state]} aside={those.length}>
						<ItemList label={words.groups[state]}>
							{those.map((registration) => (
								<RegistrationItem
									key={registration.id}
									registration={registration}
									name={registration.employerName}
									to={paths.employer(registration.employerId, "outils")}
								/>
							))}
						</ItemList>
					</Card>
				);
			})}
			<Suspense>{isAdding && <AddRegistrationDialog missionId={mission.id} employerId={null} onClose={() => setAdding(false)} />}</Suspense>
		</>
	);
}
