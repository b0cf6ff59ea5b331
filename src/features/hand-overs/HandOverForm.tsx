import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useNavigate } from "react-router";
import { createHandOver, handOverCreation, type Portfolio } from "#contract/hand-overs.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { ApiError } from "#lib/http.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { Problems } from "#ui/Problems.tsx";
import { Select } from "#ui/Select.tsx";
import styles from "./HandOver.module.css";
import { PortfolioSplit } from "./PortfolioSplit.tsx";
import { receiversOf } from "./portfolio-split.ts";
import { ReceiversTable } from "./ReceiversTable.tsx";
import { text } from "./text.ts";

type Values = { toPersonId: string; reason: string; effectiveOn: string; note: string };

const chosen = (map: Record<string, string>) => Object.entries(map).filter(([, personId]) => personId !== "");

/** To whom, why, from which day; shared out otherwise when it must be; and who would receive what, before anything moves. */
export function HandOverForm({ portfolio, onChanged }: { portfolio: Portfolio; onChanged: () => void }) {
	const words = useWords(text);
	const { today, terms, counsellors, personName } = useReference();
	const navigate = useNavigate();
	const client = useQueryClient();
	const [id] = useState(() => crypto.randomUUID());
	const [byMrc, setByMrc] = useState<Record<string, string>>({});
	const [byEmployer, setByEmployer] = useState<Record<string, string>>({});
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm<Values>({ defaultValues: { toPersonId: "", reason: "", effectiveOn: today, note: "" } });
	const { errors } = form.formState;
	const { personId, items, totals } = portfolio;
	const people = counsellors.filter((one) => one.id !== personId).map((one) => ({ value: one.id, label: one.name }));
	const split = { toPersonId: form.watch("toPersonId"), byMrc, byEmployer };
	const handOver = useApiMutation(createHandOver, {
		invalidates: [],
		onUndone: () => void client.invalidateQueries(),
		onSuccess: (saved) => {
			// Every list may name who holds what.
			void client.invalidateQueries();
			addToast({ text: words.new.done(personName(personId)) });
			void navigate(paths.handOver(saved.id));
		},
		onError: (error) => {
			setOthers(showProblems(form, problemsOfError(error)));
			if (error instanceof ApiError && error.problem.code === "portfolio-changed") onChanged();
		},
	});
	const submit = form.handleSubmit(({ note, ...values }) => {
		const body = {
			id,
			fromPersonId: personId,
			...values,
			note: note.trim() || null,
			byMrc: chosen(byMrc).map(([mrcCode, toPersonId]) => ({ mrcCode, toPersonId })),
			byEmployer: chosen(byEmployer).map(([employerId, toPersonId]) => ({ employerId, toPersonId })),
			expected: totals,
		};
		const problems = problemsOf(handOverCreation, body);
		setOthers(showProblems(form, problems));
		if (problems.length === 0) handOver.mutate({ body, idempotencyKey: id });
	});
	const isDirty = form.formState.isDirty || chosen(byMrc).length + chosen(byEmployer).length > 0;
	return (
		<form className={styles.stack} onSubmit={(event) => void submit(event)} noValidate data-unsaved={isDirty || undefined}>
			<Problems sentences={others} />
			<Card padded>
				<div className={styles.form}>
					<Field label={words.new.to} error={errors.toPersonId?.message} required>
						<Select {...form.register("toPersonId")} placeholder={words.new.choose} options={people} />
					</Field>
					<Field label={words.new.reason} error={errors.reason?.message} required>
						<Select {...form.register("reason")} placeholder={words.new.choose} options={terms("handOverReason")} />
					</Field>
					<Field label={words.new.effectiveOn} help={words.new.effectiveHelp} error={errors.effectiveOn?.message} required>
						<DateInput {...form.register("effectiveOn")} />
					</Field>
					<Field label={words.new.note} error={errors.note?.message} optional>
						<GuardedInput field="note" record={{ entity: "handOver", recordId: id, isNew: true }} {...form.register("note")} />
					</Field>
				</div>
			</Card>
			<Card title={words.new.split} padded>
				<p className={styles.help}>{words.new.splitHelp}</p>
				<PortfolioSplit
					items={items}
					split={split}
					people={people}
					onMrc={(code, to) => setByMrc((current) => ({ ...current, [code]: to }))}
					onEmployer={(employerId, to) => setByEmployer((current) => ({ ...current, [employerId]: to }))}
				/>
			</Card>
			<Card title={words.new.receives} padded={split.toPersonId === ""}>
				{split.toPersonId === "" ? (
					<p className="muted">{words.new.first}</p>
				) : (
					<ReceiversTable caption={words.new.receives} receivers={receiversOf(portfolio, split)} />
				)}
			</Card>
			<div className={styles.end}>
				<Button type="submit" variant="primary" busy={handOver.isPending}>
					{words.new.apply}
				</Button>
			</div>
		</form>
	);
}
