import { useInfiniteQuery } from "@tanstack/react-query";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import type { RecordDocumentsProps } from "#lib/record-documents.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { ItemList } from "#ui/ItemList.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { AddButtons } from "./AddButtons.tsx";
import { DocumentItem } from "./DocumentItem.tsx";
import styles from "./DocumentsCard.module.css";
import { DropZone } from "./DropZone.tsx";
import { documentsQuery } from "./queries.ts";
import { text } from "./text.ts";
import { UploadItem } from "./UploadItem.tsx";
import { useReceiving } from "./use-receiving.ts";

/** The documents of an employer, a visit or a case: what is there, what is on its way, and a place to drop more. */
export function DocumentsCard({ subject, id, level = 2 }: RecordDocumentsProps) {
	const words = useWords(text);
	const may = useMay();
	const { number } = useFormat();
	const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(documentsQuery(subject, id));
	const { uploads, add, retry } = useReceiving(subject, id);
	// A report has a block of that name already: what changed hands, in words.
	const title = subject === "visit" ? words.ofVisits : words.title;
	const first = data?.pages[0];
	const items = data?.pages.flatMap((page) => page.items) ?? [];
	const mayAdd = first?.can.add === true && may("addDocument");
	const isFull = mayAdd && first !== undefined && (first.room.files === 0 || first.room.bytes === 0);
	const buttons = mayAdd && <AddButtons onFiles={add} disabledReason={isFull ? words.full : null} />;
	const isEmpty = first !== undefined && items.length === 0 && uploads.length === 0;
	return (
		<DropZone label={words.drop} onFiles={mayAdd && !isFull ? add : null}>
			<Card
				title={title}
				level={level}
				aside={first && first.total > 0 && words.count(number(items.length), number(first.total))}
				actions={!isEmpty && buttons}
				footer={
					hasNextPage && (
						<Button size="small" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
							{words.more}
						</Button>
					)
				}
			>
				{!data && !error && <Skeleton shape="rows" rows={2} />}
				{error && !data && <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />}
				{isEmpty && <EmptyState compact icon="copy" title={words.none.title} text={mayAdd ? words.none.text : words.none.readOnly} action={buttons} />}
				{uploads.length > 0 && (
					<div className={styles.uploads}>
						<ItemList label={words.uploads}>
							{uploads.map((one) => (
								<UploadItem key={one.id} upload={one} onRetry={() => retry(one.id)} />
							))}
						</ItemList>
					</div>
				)}
				{items.length > 0 && (
					<ItemList label={title}>
						{items.map((document) => (
							<DocumentItem key={document.id} document={document} within={subject} />
						))}
					</ItemList>
				)}
				{mayAdd && !isEmpty && <p className={styles.help}>{isFull ? words.full : words.help}</p>}
			</Card>
		</DropZone>
	);
}
