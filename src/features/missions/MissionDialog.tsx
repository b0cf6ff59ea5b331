import { FormProvider } from "react-hook-form";
import { createMission, type Mission, missionChange, missionCreation, mission as missionSchema, updateMission } from "#contract/missions.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf } from "#lib/form-problems.ts";
import { inOneBox } from "#lib/occupation-codes.ts";
import { useRecordForm } from "#lib/record-form.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Problems } from "#ui/Problems.tsx";
import { MissionFields } from "./MissionFields.tsx";
import styles from "./Missions.module.css";
import { missionBody, missionValues } from "./mission-form.ts";
import { touchedByRegistration } from "./queries.ts";
import { text } from "./text.ts";

/** Adds a mission, or changes one. What a colleague changed meanwhile is kept. */
export function MissionDialog({ mission, onClose }: { mission: Mission | null; onClose: () => void }) {
	const words = useWords(text).form;
	const { id, form, base, others, show, onError, changed } = useRecordForm({
		record: mission,
		schema: missionSchema,
		valuesOf: missionValues,
		conflict: words.conflict,
		fieldOf: inOneBox,
	});
	const done = (saved: Mission) => {
		addToast({ text: words.saved(saved.name) });
		onClose();
	};
	const answers = { invalidates: touchedByRegistration, onSuccess: done, onError };
	const add = useApiMutation(createMission, answers);
	const update = useApiMutation(updateMission, answers);
	const submit = form.handleSubmit((values) => {
		if (!base) {
			const body = { id, ...missionBody(values) };
			if (!show(problemsOf(missionCreation, body))) add.mutate({ body, idempotencyKey: id });
			return;
		}
		const body = changed(missionBody);
		if (Object.keys(body).length === 0) return onClose();
		if (!show(problemsOf(missionChange, body))) update.mutate({ params: { id }, body, ifMatch: base.version, base });
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
