import { Link } from "react-router";
import { importTargetRules, isOfFacts } from "#contract/import-fields.ts";
import type { DataImport } from "#contract/imports.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Card } from "#ui/Card.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { text } from "./text.ts";

type Undo = NonNullable<DataImport["undo"]>;

/** How it ended: what was written, why not, what was taken back and what was left. */
export function ImportOutcomeBanner({ data }: { data: DataImport }) {
	const words = useWords(text).result;
	const { number, moment, list } = useFormat();
	const { state, counts, pending, fault, undo, appliedAt } = data;
	const { create } = counts;
	const update = counts.update - (state === "applied" ? pending : 0);
	const { about } = importTargetRules[data.target];
	const ofFacts = isOfFacts(data.target);
	const undone = about === "occupation" ? words.undoneOccupations : ofFacts ? words.undoneFacts : words.undone;
	const written = [...(create > 0 ? [words.created(number(create), create)] : []), ...(update > 0 ? [words.updated(number(update), update)] : [])];
	if (state === "applied")
		return (
			<>
				<Banner tone="green" live>
					{words.applied(appliedAt ? moment(appliedAt) : "", list(written.length > 0 ? written : [words.created(number(0), 0)]))}{" "}
					{pending > 0 && words.waiting(number(pending), pending)}
				</Banner>
				{fault && (
					<Banner tone="red" live>
						{fault.message}
					</Banner>
				)}
			</>
		);
	if (state === "undone" && undo)
		return (
			<>
				<Banner tone="green" live>
					{undone(number(undo.restored), undo.restored)} {about === "occupation" && undo.left > 0 && `${words.leftOccupations(number(undo.left), undo.left)}.`}
				</Banner>
				{undo.records.length > 0 && <LeftRecords undo={undo} ofFacts={ofFacts} />}
			</>
		);
	if (state === "failed" && fault)
		return (
			<Banner tone="red" live>
				<strong>{fault.message}</strong> {placeOf(fault, words, number)} {words.failed}
			</Banner>
		);
	return state === "cancelled" ? <Banner>{words.cancelled}</Banner> : null;
}

type Words = ReturnType<typeof useWords<typeof text.fr>>["result"];

function placeOf({ row, column }: NonNullable<DataImport["fault"]>, words: Words, number: (value: number) => string): string {
	if (row !== null && column !== null) return words.place(number(row), column);
	if (row !== null) return words.placeRow(number(row));
	return column === null ? "" : words.placeColumn(column);
}

/** By its name, with a link to what became of it; the results of a mission are told by its page. */
function LeftRecord({ record: { entity, entityId, name } }: { record: Undo["records"][number] }) {
	const words = useWords(text).result;
	if (entity === "missionRegistration") return <>{name ?? words.results}</>;
	if (entity === "toolUse") return <Link to={paths.history("outil", entityId)}>{name ?? words.aFact}</Link>;
	return <Link to={paths.employer(entityId, "historique")}>{name ?? entityId}</Link>;
}

/** What somebody changed since, by name, with who and when: it stays as they left it. */
function LeftRecords({ undo, ofFacts }: { undo: Undo; ofFacts: boolean }) {
	const words = useWords(text).result;
	const { number, moment } = useFormat();
	const title = (ofFacts ? words.leftFacts : words.left)(number(undo.left), undo.left);
	return (
		<Card title={title}>
			<ItemList label={title}>
				{undo.records.map((record) => (
					<Item key={record.entityId} title={<LeftRecord record={record} />}>
						{record.reason === "changed" && record.recordedAt ? words.changedBy(record.actorName ?? words.somebody, moment(record.recordedAt)) : words.inUse}
					</Item>
				))}
			</ItemList>
		</Card>
	);
}
