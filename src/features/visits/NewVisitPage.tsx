import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearchParams } from "react-router";
import { getEmployer } from "#contract/employers.ts";
import { apiQuery } from "#lib/api.ts";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { Breadcrumb } from "#ui/Breadcrumb.tsx";
import { Card } from "#ui/Card.tsx";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import { LogButtons } from "./LogButtons.tsx";
import { LogFields } from "./LogFields.tsx";
import { logText } from "./log-text.ts";
import styles from "./QuickLog.module.css";
import { QuickLogDialog } from "./QuickLogDialog.tsx";
import { useEmployerItem } from "./use-employer-items.ts";
import { useQuickLog } from "./use-quick-log.ts";

type PlaceProps = { employer: ComboboxItem | null; onLeave: (to?: string) => void };

function OnADesk({ employer, onLeave }: PlaceProps) {
	const words = useWords(logText);
	const quickLog = useQuickLog(employer, onLeave);
	return (
		<div className={styles.page}>
			<Breadcrumb items={[{ label: words.back, to: paths.visits() }, { label: words.title }]} />
			<PageTitle title={words.title} />
			<Card padded>
				<LogFields {...quickLog} />
				<div className={styles.buttons}>
					<span className="muted">{words.keys}</span>
					<LogButtons {...quickLog} />
				</div>
			</Card>
		</div>
	);
}

/** The address of the quick log, for the shortcut of a phone's home screen, another tab, a pasted link; elsewhere it opens over the page one is on. */
export function NewVisitPage() {
	const words = useWords(logText);
	const isPhone = useIsPhone();
	const navigate = useNavigate();
	const employerId = useSearchParams()[0].get("employeur");
	const { data, isPending } = useQuery({ ...apiQuery(getEmployer, { params: { id: employerId ?? "" } }), enabled: employerId !== null });
	const toItem = useEmployerItem();
	if (employerId !== null && isPending) return null;
	const onLeave = (to?: string) => {
		if (to) void navigate(to, { replace: true });
		else if ((window.history.state as { idx?: number } | null)?.idx) void navigate(-1);
		else void navigate(paths.visits());
	};
	const place = { key: data?.id ?? "", employer: data ? toItem(data) : null, onLeave };
	if (!isPhone) return <OnADesk {...place} key={place.key} />;
	return (
		<>
			<PageTitle title={words.title} />
			<QuickLogDialog {...place} key={place.key} />
		</>
	);
}
