import { useState } from "react";
import { Link } from "react-router";
import { type Document, type DocumentSubject, downloadDocument, removeDocument } from "#contract/documents.ts";
import { useApiMutation } from "#lib/api.ts";
import { download } from "#lib/download.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Icon } from "#ui/Icon.tsx";
import { Item } from "#ui/ItemList.tsx";
import { LazyMenu } from "#ui/lazy-aria.tsx";
import { DocumentDialog } from "./DocumentDialog.tsx";
import styles from "./DocumentItem.module.css";
import { touchedByDocuments } from "./queries.ts";
import { text } from "./text.ts";
import { useSize } from "./use-size.ts";

/** One document: its name saves it on the device; what else may be done is in its menu. */
export function DocumentItem({ document, within }: { document: Document; within: DocumentSubject }) {
	const words = useWords(text);
	const sizeOf = useSize();
	const { prose, moment } = useFormat();
	const [isNaming, setNaming] = useState(false);
	const { id, fileName, title, kind, size, subject, subjectId, visitOn, addedByName, addedAt, version, can } = document;
	const name = title ?? fileName;
	const save = () => void download(downloadDocument, { params: { id } });
	const remove = useApiMutation(removeDocument, {
		invalidates: touchedByDocuments,
		onSuccess: () => addToast({ text: words.removed(fileName) }),
		onError: (error) => addToast({ tone: "error", text: errorSentence(error) }),
	});
	const entries = [
		{ id: "take", label: words.take, icon: "download" as const, onAction: save },
		...(can.update ? [{ id: "rename", label: words.rename, icon: "edit" as const, onAction: () => setNaming(true) }] : []),
		...(can.remove
			? [{ id: "remove", label: words.remove, icon: "close" as const, separated: true, onAction: () => remove.mutate({ params: { id }, ifMatch: version }) }]
			: []),
	];
	return (
		<Item
			title={
				<button type="button" className={styles.name} aria-label={words.download(name)} onClick={save}>
					<Icon name="download" size={16} className={styles.icon} />
					<span>{name}</span>
				</button>
			}
			end={<LazyMenu label={words.actions(name)} icon="more" iconOnly size="small" variant="quiet" items={entries} />}
		>
			{title && <>{fileName} · </>}
			{kind.toUpperCase()} · {sizeOf(size)} · {words.by(addedByName, moment(addedAt))}
			{subject !== within && (
				<>
					{" · "}
					{subject === "visit" && visitOn ? <Link to={paths.visit(subjectId)}>{words.ofVisit(prose(visitOn))}</Link> : null}
					{subject === "supportCase" ? <Link to={paths.supportCases({ dossier: subjectId })}>{words.ofCase}</Link> : null}
				</>
			)}
			{isNaming && <DocumentDialog document={document} onClose={() => setNaming(false)} />}
		</Item>
	);
}
