import { lazy, type ReactNode, Suspense, useState } from "react";
import { Link } from "react-router";
import { type MissionRegistration, registrationDays, updateMissionRegistration } from "#contract/mission-registrations.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { problemsOfError } from "#lib/form-problems.ts";
import { useFormat } from "#lib/format.ts";
import { shortOccupation } from "#lib/occupations.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Item } from "#ui/ItemList.tsx";
import { Tag } from "#ui/Tag.tsx";
import styles from "./Missions.module.css";
import { touchedByRegistration } from "./queries.ts";
import { StateTag } from "./StageTag.tsx";
import { text } from "./text.ts";

const RegistrationDialog = lazy(async () => ({ default: (await import("./RegistrationDialog.tsx")).RegistrationDialog }));
const PostsDialog = lazy(async () => ({ default: (await import("./PostsDialog.tsx")).PostsDialog }));

const nextStep = { invited: "interested", interested: "registered", registered: "confirmed", confirmed: "tookPart" } as const;
const isMoving = (state: string): state is keyof typeof nextStep => Object.hasOwn(nextStep, state);

/** An employer in a mission: where it stands since when, what it offers, and the next step in one press. `name`: the employer, or the mission on the employer's page; `children`: what came of it. */
export function RegistrationItem({ registration, name, to, children }: { registration: MissionRegistration; name: string; to: string; children?: ReactNode }) {
	const words = useWords(text);
	const { prose, plural } = useFormat();
	const { today, personName, term } = useReference();
	const [opened, setOpened] = useState<"steps" | "posts" | null>(null);
	const { state, can } = registration;
	const move = useApiMutation(updateMissionRegistration, {
		invalidates: touchedByRegistration,
		onSuccess: (saved) => addToast({ text: words.registrations.moved(name, words.registrations.states[saved.state]) }),
		onError: (error) => addToast({ tone: "error", text: problemsOfError(error)[0]?.message ?? errorSentence(error) }),
	});
	const on = registration[registrationDays[state]];
	const hasStarted = registration.missionStartsOn <= today;
	const canMove = can.update && isMoving(state) && registration.missionStage !== "cancelled" && (state !== "confirmed" || hasStarted);
	const goOn = () => {
		if (!isMoving(state)) return;
		const field = registrationDays[nextStep[state]];
		// Who took part did so by the last day of the mission.
		const day = state === "confirmed" && registration.missionEndsOn < today ? registration.missionEndsOn : today;
		move.mutate({ params: { id: registration.id }, body: { [field]: day }, ifMatch: registration.version, base: registration });
	};
	const lines = registration.offered.map(({ occupationLabel, quantity }) =>
		words.registrations.offered(plural(quantity, words.posts.one, words.posts.other), shortOccupation(occupationLabel)),
	);
	return (
		<>
			<Item
				title={<Link to={to}>{name}</Link>}
				end={
					<div className={styles.rowActions}>
						<StateTag state={state} />
						{canMove && (
							<Button size="small" busy={move.isPending} onClick={goOn} aria-label={words.registrations.stepOf(words.registrations.steps[state], name)}>
								{words.registrations.steps[state]}
							</Button>
						)}
						{can.update && (
							<>
								<Button
									size="small"
									variant="quiet"
									onClick={() => setOpened("posts")}
									aria-label={words.registrations.stepOf(words.registrations.offer, name)}
								>
									{words.registrations.offer}
								</Button>
								<Button
									size="small"
									variant="quiet"
									icon="edit"
									onClick={() => setOpened("steps")}
									aria-label={words.registrations.stepOf(words.registrations.edit, name)}
								>
									{words.registrations.edit}
								</Button>
							</>
						)}
					</div>
				}
			>
				<div>
					{[
						on && words.registrations.on(words.registrations.states[state], prose(on)),
						registration.withdrawReason && term("missionWithdrawReason", registration.withdrawReason),
						registration.advisorId && personName(registration.advisorId),
						registration.note,
					]
						.filter(Boolean)
						.join(" · ")}
				</div>
				<div>
					{lines.length > 0 ? lines.join(" · ") : words.registrations.noPosts}
					{registration.offered.some(({ isOver }) => isOver) && (
						<>
							{" "}
							<Tag tone="amber" icon="warning">
								{words.registrations.offerForm.over}
							</Tag>
						</>
					)}
				</div>
				{children}
			</Item>
			<Suspense>
				{opened === "steps" && <RegistrationDialog registration={registration} name={name} onClose={() => setOpened(null)} />}
				{opened === "posts" && <PostsDialog registration={registration} name={name} onClose={() => setOpened(null)} />}
			</Suspense>
		</>
	);
}
