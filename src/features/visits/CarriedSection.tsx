import type { ReactNode } from "react";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { FoldedSection } from "./FoldedSection.tsx";
import { reportText } from "./report-text.ts";
import { type SectionId, sectionAnchor } from "./sections.ts";
import { text } from "./text.ts";

type CarriedSectionProps<Values> = {
	id: SectionId;
	isBlank: boolean;
	/** What stands in the report, in a line. */
	said: string;
	/** What would be written in it. */
	holds: string;
	/** What an earlier visit said, from which visit and day; `visitId` is null when it comes from the record of the employer. */
	past: { visitId: string | null; occurredOn: string; line: string; values: Values } | null;
	onTake: (values: Values) => void;
	children: ReactNode;
};

/** A block prefilled from the last visit that spoke of it: confirmed with one key, or changed. */
export function CarriedSection<Values>({ id, isBlank, said, holds, past, onTake, children }: CarriedSectionProps<Values>) {
	const words = useWords(text);
	const report = useWords(reportText);
	const { prose } = useFormat();
	const offered = isBlank ? past : null;
	return (
		<FoldedSection
			id={id}
			isBlank={isBlank}
			closesWhenSaid
			line={
				offered ? (
					<>
						<span className="muted">{offered.visitId ? report.fromVisit(prose(offered.occurredOn)) : report.fromRecord}</span> {offered.line}
					</>
				) : isBlank ? (
					holds
				) : (
					said
				)
			}
			offer={
				offered && (
					<Button
						size="small"
						icon="check"
						aria-label={`${report.confirm}\u00A0: ${words.report[id]}`}
						onClick={() => {
							onTake(offered.values);
							// The button goes with the offer: the hands stay on the block.
							requestAnimationFrame(() => document.getElementById(sectionAnchor(id))?.querySelector("button")?.focus());
						}}
					>
						{report.confirm}
					</Button>
				)
			}
			onOpen={() => offered && onTake(offered.values)}
		>
			{children}
		</FoldedSection>
	);
}
