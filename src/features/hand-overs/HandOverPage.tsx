import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "react-router";
import { undoHandOver } from "#contract/hand-overs.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { call } from "#lib/http.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Breadcrumb } from "#ui/Breadcrumb.tsx";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Facts } from "#ui/Facts.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./HandOver.module.css";
import { handOverQuery } from "./queries.ts";
import { ReceiversTable } from "./ReceiversTable.tsx";
import { text } from "./text.ts";

/** One hand-over: who gave what to whom, when and why; and its taking back, for as long as it holds. */
export function HandOverPage() {
	const all = useWords(text);
	const words = all.one;
	const { id = "" } = useParams();
	const { plural, prose, number } = useFormat();
	const { personName, term } = useReference();
	const may = useMay();
	const client = useQueryClient();
	const { data, error, refetch } = useQuery(handOverQuery(id));
	// Not offered to be undone in its turn: a portfolio is handed over again, seen again.
	const undo = useMutation({
		mutationFn: () => call(undoHandOver, { params: { id } }),
		onSuccess: (saved) => {
			client.setQueryData(handOverQuery(id).queryKey, saved);
			addToast({ text: words.undoneNow });
			void client.invalidateQueries();
		},
		onError: (problem) => addToast({ tone: "error", text: errorSentence(problem) }),
	});
	if (!data)
		return error ? <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} /> : <Skeleton shape="rows" rows={6} />;
	const left = data.leftBehind ?? [];
	const name = personName(data.fromPersonId);
	const undoneBy = data.undoneBy ? personName(data.undoneBy) : "";
	const undoneOn = data.undoneOn ? prose(data.undoneOn) : "";
	return (
		<>
			<Breadcrumb items={[{ label: all.title, to: paths.handOvers() }, { label: name }]} />
			<PageTitle
				title={words.title(name)}
				actions={
					data.can.undo &&
					may("undoHandOver") && (
						<Button icon="undo" busy={undo.isPending} onClick={() => undo.mutate()}>
							{words.undo}
						</Button>
					)
				}
			/>
			<div className={styles.stack}>
				{data.undoneOn && (
					<Banner icon="undo" tone={left.length > 0 ? "amber" : "info"}>
						{left.length === 0 ? (
							words.undoneBy(undoneBy, undoneOn)
						) : (
							<>
								{words.leftBehind(undoneBy, undoneOn, plural(left.length, words.records.one, words.records.other))}
								<ul>
									{left.map((one) => (
										<li key={one.entityId}>{words.left(one.name ?? words.unnamed, one.actorName ?? words.house)}</li>
									))}
								</ul>
							</>
						)}
					</Banner>
				)}
				<Card padded>
					<Facts
						items={[
							{ label: words.from, value: name, strong: true },
							{ label: words.reason, value: term("handOverReason", data.reason) },
							{ label: words.effectiveOn, value: prose(data.effectiveOn) },
							{ label: words.madeBy, value: personName(data.madeBy) },
							{ label: words.madeOn, value: prose(data.madeOn) },
							...(data.note ? [{ label: words.note, value: data.note }] : []),
						]}
					/>
				</Card>
				<Card title={words.receives} aside={number(data.receivers.length)}>
					<ReceiversTable caption={words.receives} receivers={data.receivers} />
				</Card>
			</div>
		</>
	);
}
