import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { createMissionPost, deleteMissionPost, type MissionRegistration, type NeedToOffer, updateMissionPost } from "#contract/mission-registrations.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { problemsOfError } from "#lib/form-problems.ts";
import { useFormat } from "#lib/format.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Field } from "#ui/Field.tsx";
import { NumberInput } from "#ui/NumberInput.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { Tag } from "#ui/Tag.tsx";
import styles from "./Missions.module.css";
import { needsToOfferQuery, touchedByRegistration } from "./queries.ts";
import { text } from "./text.ts";

/** The needs of the employer, one under the other, and how many posts of each are offered in this mission. */
export function PostsDialog({ registration, name, onClose }: { registration: MissionRegistration; name: string; onClose: () => void }) {
	const words = useWords(text).registrations.offerForm;
	const { data, error, refetch } = useQuery(needsToOfferQuery(registration.id));
	return (
		<Dialog title={words.title(name)} onClose={onClose} footer={<Button onClick={onClose}>{words.close}</Button>}>
			<div className={styles.stack}>
				<p className={styles.intro}>{words.intro}</p>
				{!data && error && <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />}
				{!data && !error && <Skeleton shape="rows" rows={3} />}
				{data?.items.length === 0 && <p>{words.none}</p>}
				{data?.items.map((need) => (
					<NeedOffered key={need.labourNeedId} need={need} registration={registration} />
				))}
			</div>
		</Dialog>
	);
}

function NeedOffered({ need, registration }: { need: NeedToOffer; registration: MissionRegistration }) {
	const words = useWords(text).registrations.offerForm;
	const { number, plural } = useFormat();
	const offered = registration.offered.find(({ labourNeedId }) => labourNeedId === need.labourNeedId);
	const [quantity, setQuantity] = useState<number | null>(offered?.quantity ?? null);
	const [fault, setFault] = useState<string | undefined>();
	const options = {
		invalidates: touchedByRegistration,
		onSuccess: () => {
			setFault(undefined);
			addToast({ text: words.saved });
		},
		onError: (error: Error) => setFault(problemsOfError(error)[0]?.message),
	};
	const add = useApiMutation(createMissionPost, options);
	const change = useApiMutation(updateMissionPost, options);
	const remove = useApiMutation(deleteMissionPost, options);
	const save = () => {
		const wanted = quantity ?? 0;
		if (offered && wanted === 0) return remove.mutate({ params: { id: offered.id }, ifMatch: offered.version, body: undefined });
		if (offered) return change.mutate({ params: { id: offered.id }, body: { quantity: wanted }, ifMatch: offered.version });
		const id = crypto.randomUUID();
		add.mutate({ body: { id, registrationId: registration.id, labourNeedId: need.labourNeedId, quantity: wanted }, idempotencyKey: id });
	};
	const elsewhere = need.promised.map(({ missionName, quantity: held }) => words.promised(missionName, number(held)));
	return (
		<form
			className={styles.stack}
			aria-label={need.occupationLabel}
			onSubmit={(event) => {
				event.preventDefault();
				event.stopPropagation();
				save();
			}}
		>
			<Field
				label={need.occupationLabel}
				help={[words.free(plural(need.openPosts, words.open.one, words.open.other), plural(need.free, words.left.one, words.left.other)), ...elsewhere].join(
					" · ",
				)}
				error={fault}
			>
				<NumberInput value={quantity} onChange={setQuantity} aria-label={`${words.quantity}, ${need.occupationLabel}`} />
			</Field>
			<div className={styles.actions}>
				{offered?.isOver && (
					<Tag tone="amber" icon="warning">
						{words.over}
					</Tag>
				)}
				<Button type="submit" size="small" busy={add.isPending || change.isPending || remove.isPending}>
					{words.save}
				</Button>
			</div>
		</form>
	);
}
