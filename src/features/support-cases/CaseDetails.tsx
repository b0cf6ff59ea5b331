import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { Link } from "react-router";
import type { SupportCase } from "#contract/support-cases.ts";
import { daysBetween } from "#lib/days.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { ApiError } from "#lib/http.ts";
import { paths } from "#lib/paths.ts";
import { useRecordDocuments } from "#lib/record-documents.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Facts } from "#ui/Facts.tsx";
import { Field } from "#ui/Field.tsx";
import { HistoryLink } from "#ui/HistoryLink.tsx";
import { LazyMenu } from "#ui/lazy-aria.tsx";
import { Select } from "#ui/Select.tsx";
import { SidePanel } from "#ui/SidePanel.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { CaseCriteria } from "./CaseCriteria.tsx";
import styles from "./CaseDetails.module.css";
import { CaseHistory } from "./CaseHistory.tsx";
import { CaseSequel } from "./CaseSequel.tsx";
import { caseQuery } from "./queries.ts";
import { ReopenButton } from "./ReopenButton.tsx";
import { text } from "./text.ts";
import type { CaseActions } from "./use-case-actions.ts";
import { useCaseChanges } from "./use-case-changes.ts";
import { usePostsWording } from "./use-posts-wording.ts";

type CaseDetailsProps = { id: string; actions: CaseActions; onShow: (id: string) => void; onClose: () => void };

/** One case beside the board or the list: where it stands, in whose hands, what it has shown and how it came there. */
export function CaseDetails({ id, actions, onShow, onClose }: CaseDetailsProps) {
	const words = useWords(text);
	const { data, error, refetch } = useQuery(caseQuery(id));
	return (
		<SidePanel
			title={data ? <Link to={paths.employer(data.employerId)}>{data.employerName}</Link> : words.showCase}
			actions={data && !data.closedOn && <LazyMenu label={words.move} items={actions.entries(data, true)} size="small" />}
			onClose={onClose}
		>
			{data ? (
				<Details record={data} onShow={onShow} />
			) : error ? (
				<ErrorState
					title={words.details.failed}
					detail={errorSentence(error)}
					requestId={error instanceof ApiError ? error.problem.requestId : undefined}
					onRetry={() => void refetch()}
				/>
			) : (
				<Skeleton shape="rows" rows={8} />
			)}
		</SidePanel>
	);
}

function Details({ record, onShow }: { record: SupportCase; onShow: (id: string) => void }) {
	const all = useWords(text);
	const words = all.details;
	const { number, prose } = useFormat();
	const { stageLabel, staleAfter, term, today, counsellorsWith, personName } = useReference();
	const posts = usePostsWording();
	const may = useMay();
	const Documents = useRecordDocuments();
	const mayUpdate = may("updateSupportCase");
	const hand = useCaseChanges({
		onSuccess: (saved) => addToast({ text: all.handedDone(saved.employerName, saved.advisorId ? personName(saved.advisorId) : all.nobody) }),
		onError: (error) => addToast({ tone: "error", text: errorSentence(error) }),
	});
	const isPaused = record.pausedUntil !== null && record.pausedUntil >= today;
	return (
		<div className={styles.stack}>
			{isPaused && record.pausedUntil && <Banner icon="pause">{words.paused(prose(record.pausedUntil), record.pauseReason ?? "")}</Banner>}
			{record.sleeping && (
				<Banner tone="amber" icon="moon">
					{words.sleeps(number(daysBetween(record.lastActivityOn, today)), number(staleAfter(record.stage) ?? 0))}
				</Banner>
			)}
			<Facts
				items={[
					{ label: words.stage, value: stageLabel(record.stage), strong: true },
					{ label: words.since, value: prose(record.stageEnteredOn) },
					{ label: words.openedOn, value: prose(record.openedOn) },
					...(record.closedOn
						? [{ label: words.closeReason, value: term("closeReason", record.closeReason ?? "") }]
						: [{ label: words.lastActivityOn, value: prose(record.lastActivityOn) }]),
				]}
			/>
			<p>{posts(record)}</p>
			<CaseSequel record={record} />
			<ReopenButton record={record} onOpened={onShow} />
			<Field label={all.advisor}>
				<Select
					value={record.advisorId ?? ""}
					disabled={!record.can.update || !mayUpdate}
					placeholder={all.nobody}
					options={counsellorsWith(record.advisorId)}
					onChange={(event) =>
						hand.mutate({ params: { id: record.id }, body: { advisorId: event.target.value || null }, ifMatch: record.version, base: record })
					}
				/>
			</Field>
			<CaseCriteria record={record} />
			{Documents && may("listDocuments") && (
				<Suspense fallback={<Skeleton shape="rows" rows={2} />}>
					<Documents key={record.id} subject="supportCase" id={record.id} level={3} />
				</Suspense>
			)}
			<CaseHistory record={record} />
			{may("listHistory") && <HistoryLink to={paths.history("dossier", record.id)} />}
		</div>
	);
}
