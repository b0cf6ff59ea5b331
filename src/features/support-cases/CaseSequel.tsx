import { Link } from "react-router";
import type { SupportCase } from "#contract/support-cases.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { panelText } from "./panel-text.ts";

/** Of which closed case this one is the sequel, and which one is its own: shown both ways. */
export function CaseSequel({ record: { reopenedFrom, reopenedAs } }: { record: SupportCase }) {
	const words = useWords(panelText).reopen;
	const { prose } = useFormat();
	const day = (on: string | null) => (on ? prose(on) : "");
	return (
		<>
			{reopenedFrom && (
				<p>
					<Link to={paths.supportCases({ dossier: reopenedFrom.id })}>{words.from(day(reopenedFrom.on))}</Link>
				</p>
			)}
			{reopenedAs && (
				<p>
					<Link to={paths.supportCases({ dossier: reopenedAs.id })}>{words.as(day(reopenedAs.on))}</Link>
				</p>
			)}
		</>
	);
}
