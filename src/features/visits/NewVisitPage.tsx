import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useSearchParams } from "react-router";
import { getEmployer } from "#contract/employers.ts";
import { apiQuery } from "#lib/api.ts";
import { paths } from "#lib/paths.ts";
import { isShortcut } from "#lib/shortcuts.ts";
import { useWords } from "#lib/words.ts";
import { Breadcrumb } from "#ui/Breadcrumb.tsx";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import { LogFields } from "./LogFields.tsx";
import styles from "./QuickLog.module.css";
import { text } from "./text.ts";
import { useEmployerItem } from "./use-employer-items.ts";
import { useQuickLog } from "./use-quick-log.ts";

/** Consigner une visite: a full-screen sheet under the thumb, a calm card on a desk. */
export function NewVisitPage() {
	const employerId = useSearchParams()[0].get("employeur");
	const { data, isPending } = useQuery({ ...apiQuery(getEmployer, { params: { id: employerId ?? "" } }), enabled: employerId !== null });
	const toItem = useEmployerItem();
	if (employerId !== null && isPending) return null;
	return <NewVisit key={data?.id ?? ""} employer={data ? toItem(data) : null} />;
}

function NewVisit({ employer }: { employer: ReturnType<ReturnType<typeof useEmployerItem>> | null }) {
	const words = useWords(text);
	const isPhone = useIsPhone();
	const quickLog = useQuickLog(employer);
	const { save, isSending, leave } = quickLog;

	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			if (!isShortcut(event, "save")) return;
			event.preventDefault();
			save("report");
		};
		document.addEventListener("keydown", onKeyDown);
		return () => document.removeEventListener("keydown", onKeyDown);
	});

	const buttons = (
		<>
			<Button onClick={() => save("draft")} busy={isSending}>
				{words.log.draft}
			</Button>
			<Button variant="primary" onClick={() => save("report")} busy={isSending}>
				{words.log.save}
			</Button>
		</>
	);
	if (isPhone)
		return (
			<>
				<PageTitle title={words.log.title} />
				<Dialog title={words.log.title} onClose={leave} footer={buttons} size="large" keepOnBackdrop>
					<LogFields {...quickLog} />
				</Dialog>
			</>
		);
	return (
		<div className={styles.page}>
			<Breadcrumb items={[{ label: words.log.back, to: paths.visits() }, { label: words.log.title }]} />
			<PageTitle title={words.log.title} />
			<Card padded>
				<LogFields {...quickLog} />
				<div className={styles.buttons}>
					<span className="muted">{words.log.keys}</span>
					{buttons}
				</div>
			</Card>
		</div>
	);
}
