import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { createMission, type Mission, missionChange, missionCreation, mission as missionSchema, updateMission } from "#contract/missions.ts";
import { useApiMutation } from "#lib/api.ts";
import { currentOf } from "#lib/conflict.ts";
import { followCurrent, problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Problems } from "#ui/Problems.tsx";
import { MissionFields } from "./MissionFields.tsx";
import styles from "./Missions.module.css";
import { changedMission, type MissionValues, missionBody, missionValues } from "./mission-form.ts";
import { touchedByRegistration } from "./queries.ts";
import { text } from "./text.ts";

/** Adds a mission, or changes one. What a colleague changed meanwhile is kept. */
export function MissionDialog({ mission, onClose }: { mission: Mission | null; onClose: () => void }) {
	const words = useWords(text).form;
	const [id] = useState(() => crypto.randomUUID());
	const [base, setBase] = useState(mission);
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm<MissionValues>({ defaultValues: missionValues(mission) });
	const done = (saved: Mission) => {
		addToast({ text: words.saved(saved.name) });
		onClose();
	};
	const add = useApiMutation(createMission, {
		invalidates: touchedByRegistration,
		onSuccess: done,
		onError: (error) => setOthers(showProblems(form, problemsOfError(error))),
	});
	const update = useApiMutation(updateMission, {
		invalidates: touchedByRegistration,
		onSuccess: done,
		onError: (error) => {
			const current = missionSchema.safeParse(currentOf(error)).data;
			if (!current) return setOthers(showProblems(form, problemsOfError(error)));
			followCurrent(form, missionValues(base), missionValues(current));
			setBase(current);
			setOthers([words.conflict]);
		},
	});
	const submit = form.handleSubmit((values) => {
		if (base === null) {
			const body = { id, ...missionBody(values) };
			const problems = problemsOf(missionCreation, body);
			setOthers(showProblems(form, problems));
			if (problems.length === 0) add.mutate({ body, idempotencyKey: id });
			return;
		}
		const body = changedMission(values, missionValues(base));
		if (Object.keys(body).length === 0) return onClose();
		const problems = problemsOf(missionChange, body);
		setOthers(showProblems(form, problems));
		if (problems.length === 0) update.mutate({ params: { id: base.id }, body, ifMatch: base.version, base });
	});
	return (
		<FormProvider {...form}>
			<Dialog
				title={mission ? words.edit : words.add}
				onClose={onClose}
				onSubmit={submit}
				keepOnBackdrop={form.formState.isDirty}
				size="large"
				footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.save} busy={add.isPending || update.isPending} />}
			>
				<div className={styles.stack}>
					<Problems sentences={others} />
					<MissionFields />
				</div>
			</Dialog>
		</FormProvider>
	);
}
