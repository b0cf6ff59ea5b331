import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Employer } from "#contract/employers.ts";
import { createSupportCase } from "#contract/support-cases.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useReference } from "#lib/reference.ts";
import { useMay, useSession } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { CaseHistoryPanel } from "./CaseHistoryPanel.tsx";
import { casesOfQuery, touchedByOpening } from "./panel-queries.ts";
import { panelText } from "./panel-text.ts";
import styles from "./SupportCasesPanel.module.css";

/** The cases of an employer, and a way to open one when none is. */
export function SupportCasesPanel({ employer }: { employer: Pick<Employer, "id" | "advisorId" | "can"> }) {
	const words = useWords(panelText);
	const { data, error, refetch } = useQuery(casesOfQuery(employer.id));
	if (error && !data) return <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />;
	if (!data) return <Skeleton shape="block" height="220px" />;
	const hasOpen = data.items.some(({ closedOn }) => closedOn === null);
	return (
		<div className={styles.stack}>
			{!hasOpen && data.items.length > 0 && <OpenCase employer={employer} />}
			{data.items.length === 0 && <EmptyState icon="cases" title={words.none.title} text={words.none.text} action={<OpenCase employer={employer} />} />}
			{data.items.map((row) => (
				<CaseHistoryPanel key={row.id} row={row} />
			))}
		</div>
	);
}

/** A case in the first stage, dated today; the id is made once, so that a second press never opens two. */
function OpenCase({ employer }: { employer: Pick<Employer, "id" | "advisorId" | "can"> }) {
	const words = useWords(panelText);
	const { today } = useReference();
	const { person } = useSession();
	const may = useMay();
	const [id] = useState(() => crypto.randomUUID());
	const open = useApiMutation(createSupportCase, {
		invalidates: touchedByOpening,
		onSuccess: () => addToast({ text: words.opened }),
		onError: (error) => addToast({ tone: "error", text: errorSentence(error) }),
	});
	if (!employer.can.update || !may("createSupportCase")) return null;
	const advisorId = employer.advisorId ?? (person.role === "manager" ? null : person.id);
	return (
		<div>
			<Button
				variant="primary"
				busy={open.isPending}
				onClick={() => open.mutate({ body: { id, employerId: employer.id, advisorId, openedOn: today }, idempotencyKey: id })}
			>
				{words.open}
			</Button>
		</div>
	);
}
