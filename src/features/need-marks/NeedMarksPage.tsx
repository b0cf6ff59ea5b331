import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { removeSimplifiedList, removeWageThreshold, type SimplifiedList, type WageThreshold } from "#contract/need-marks.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { Tag } from "#ui/Tag.tsx";
import { ListDialog } from "./ListDialog.tsx";
import { ListedOccupations } from "./ListedOccupations.tsx";
import styles from "./NeedMarks.module.css";
import { needMarksQuery, touchedByMark } from "./queries.ts";
import { RulesCard } from "./RulesCard.tsx";
import { ThresholdDialog } from "./ThresholdDialog.tsx";
import { text } from "./text.ts";

/** What needs are measured by, and since when: the thresholds of a high wage, the lists of simplified processing. */
export function NeedMarksPage() {
	const words = useWords(text);
	const { money, prose, plural } = useFormat();
	const { data, error, refetch } = useQuery(needMarksQuery);
	const [threshold, setThreshold] = useState<WageThreshold | "new" | null>(null);
	const [list, setList] = useState<SimplifiedList | "new" | null>(null);
	const dropThreshold = useApiMutation(removeWageThreshold, { invalidates: touchedByMark, onSuccess: () => addToast({ text: words.thresholds.removed }) });
	const dropList = useApiMutation(removeSimplifiedList, { invalidates: touchedByMark, onSuccess: () => addToast({ text: words.lists.removed }) });
	return (
		<>
			<PageTitle title={words.title} />
			<p className={styles.intro}>{words.intro}</p>
			{error && !data && <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />}
			{!error && !data && <Skeleton shape="rows" rows={6} />}
			{data && (
				<div className={styles.cards}>
					<Card title={words.thresholds.title} actions={data.can.add && <AddButton onClick={() => setThreshold("new")}>{words.thresholds.add}</AddButton>}>
						<ItemList label={words.thresholds.title}>
							{data.thresholds.map((one) => (
								<MarkItem
									key={one.id}
									mark={one}
									title={words.thresholds.hourly(money(one.cents))}
									edit={words.thresholds.editOf(prose(one.validFrom))}
									onEdit={() => setThreshold(one)}
									remove={words.thresholds.removeOf(prose(one.validFrom))}
									onRemove={() => dropThreshold.mutate({ params: { id: one.id }, ifMatch: one.version })}
								/>
							))}
						</ItemList>
					</Card>
					<Card title={words.lists.title} actions={data.can.add && <AddButton onClick={() => setList("new")}>{words.lists.add}</AddButton>}>
						<ItemList label={words.lists.title}>
							{data.lists.map((one) => (
								<MarkItem
									key={one.id}
									mark={one}
									title={plural(one.occupationCodes.length, words.lists.occupations.one, words.lists.occupations.other)}
									more={<ListedOccupations codes={one.occupationCodes} />}
									edit={words.lists.editOf(prose(one.validFrom))}
									onEdit={() => setList(one)}
									remove={words.lists.removeOf(prose(one.validFrom))}
									onRemove={() => dropList.mutate({ params: { id: one.id }, ifMatch: one.version })}
								/>
							))}
						</ItemList>
					</Card>
					<RulesCard />
				</div>
			)}
			{threshold && <ThresholdDialog threshold={threshold === "new" ? null : threshold} onClose={() => setThreshold(null)} />}
			{list && <ListDialog list={list === "new" ? null : list} onClose={() => setList(null)} />}
		</>
	);
}

const AddButton = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
	<Button size="small" icon="plus" onClick={onClick}>
		{children}
	</Button>
);

type MarkItemProps = {
	mark: WageThreshold | SimplifiedList;
	title: ReactNode;
	more?: ReactNode;
	edit: string;
	onEdit: () => void;
	remove: string;
	onRemove: () => void;
};

function MarkItem({ mark, title, more, edit, onEdit, remove, onRemove }: MarkItemProps) {
	const words = useWords(text);
	const { prose } = useFormat();
	return (
		<Item
			title={title}
			end={
				<>
					{mark.can.update && (
						<Button size="small" variant="quiet" icon="edit" iconOnly onClick={onEdit}>
							{edit}
						</Button>
					)}
					{mark.can.remove && (
						<Button size="small" variant="quiet" icon="close" iconOnly onClick={onRemove}>
							{remove}
						</Button>
					)}
				</>
			}
		>
			{words.since(prose(mark.validFrom))} · {words.source(mark.source)}{" "}
			<Tag tone={mark.isValidated ? "green" : "amber"}>{mark.isValidated ? words.validated : words.toValidate}</Tag>
			{more}
		</Item>
	);
}
