import type { ReactNode } from "react";
import { Link } from "react-router";
import type { TimelineEntry } from "#contract/employer-timeline.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { toolOfEvent, vocabularyOfEvent } from "#lib/tool-words.ts";
import { useWords } from "#lib/words.ts";
import { Tag } from "#ui/Tag.tsx";
import styles from "./ThreadPanel.module.css";
import { text } from "./text.ts";

type EntryProps = { entry: TimelineEntry };

const lines: Record<TimelineEntry["kind"], (props: EntryProps) => ReactNode> = {
	visit: VisitLine,
	labourNeed: NeedLine,
	stageChange: StageLine,
	toolUse: ToolLine,
	followUpDone: DoneLine,
	evidence: EvidenceLine,
};

/** One line of the thread, said as its kind wants. */
export function ThreadEntry({ entry }: EntryProps) {
	const { list } = useFormat();
	const Line = lines[entry.kind];
	return (
		<>
			<Line entry={entry} />
			{entry.people.length > 0 && <div className={styles.muted}>{list(entry.people)}</div>}
		</>
	);
}

function VisitLine({ entry }: EntryProps) {
	const words = useWords(text).thread;
	const { term } = useReference();
	const action = entry.status === "draft" ? words.finish : entry.status === "planned" ? words.openPlanned : words.open;
	return (
		<>
			<div className={styles.line}>
				<strong>{words.visit(term("visitMode", entry.code ?? ""))}</strong>
				{entry.status === "draft" && <Tag tone="amber">{words.draft}</Tag>}
				{entry.status === "planned" && <Tag>{words.planned}</Tag>}
			</div>
			{entry.title && <div>{entry.title}</div>}
			<Link to={paths.visit(entry.recordId)}>{action}</Link>
		</>
	);
}

function NeedLine({ entry }: EntryProps) {
	const words = useWords(text).thread;
	const { plural } = useFormat();
	return (
		<div>
			<strong>{words.need}</strong> · {words.needLine(plural(entry.quantity ?? 0, words.posts.one, words.posts.other), entry.title ?? "", entry.code ?? "")}
		</div>
	);
}

function StageLine({ entry }: EntryProps) {
	const words = useWords(text);
	const { stageLabel } = useReference();
	return (
		<div>
			{entry.fromStage === null ? (
				<>
					{words.thread.opened}
					{words.colon}
				</>
			) : (
				<>
					{words.thread.stage}
					{words.colon}
					<s className={styles.muted}>{stageLabel(entry.fromStage)}</s> <span aria-hidden="true">→</span>
					<span className="visually-hidden">{words.thread.to}</span>{" "}
				</>
			)}
			<strong>{stageLabel(entry.toStage ?? "")}</strong>
			{entry.text && ` · ${entry.text}`}
		</div>
	);
}

function ToolLine({ entry }: EntryProps) {
	const words = useWords(text).thread;
	const { term } = useReference();
	const { number } = useFormat();
	const event = entry.code ?? "";
	return (
		<>
			<div className={styles.line}>
				<span>
					<strong>{words.tools[toolOfEvent(event)]}</strong> · {term(vocabularyOfEvent(event), event)}
					{entry.title && ` · ${entry.title}`}
					{(entry.quantity ?? 1) > 1 && ` (${number(entry.quantity ?? 1)})`}
				</span>
				<Tag tone="neutral">{entry.status === "extract" ? words.extract : words.declared}</Tag>
			</div>
			{entry.text && <div>{entry.text}</div>}
		</>
	);
}

function DoneLine({ entry }: EntryProps) {
	const words = useWords(text).thread;
	return (
		<div>
			<strong>{words.done}</strong> · {entry.title}
			{entry.text && ` · ${entry.text}`}
		</div>
	);
}

function EvidenceLine({ entry }: EntryProps) {
	const words = useWords(text);
	const { criterionLabel } = useReference();
	return (
		<div>
			{words.thread.criterion}
			{words.colon}
			{criterionLabel(entry.code ?? "")}
			{entry.text && ` · ${entry.text}`}
		</div>
	);
}
