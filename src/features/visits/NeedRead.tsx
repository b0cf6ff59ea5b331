import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { listOccupations } from "#contract/reference.ts";
import type { NeedDraft } from "#contract/visit-report.ts";
import { apiQuery } from "#lib/api.ts";
import { useFormat } from "#lib/format.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { reportText } from "./report-text.ts";
import { text } from "./text.ts";

/** One need, in a line. */
export function NeedRead({ need, of }: { need: NeedDraft; of?: ReactNode }) {
	const words = useWords(text);
	const blocks = useWords(reportText);
	const language = useLanguage();
	const { term } = useReference();
	const { prose, money } = useFormat();
	const code = need.occupationCode ?? "";
	const { data } = useQuery({ ...apiQuery(listOccupations, { query: { q: code } }), enabled: code !== "" });
	const occupation = data?.items.find((item) => item.code === code);
	return (
		<li>
			<span className="strong">{occupation ? (language === "fr" ? occupation.labelFr : occupation.labelEn) : code}</span>
			{typeof need.posts === "number" && <span>{words.readOnly.posts(need.posts)}</span>}
			{need.permanence && <span>{term("permanence", need.permanence)}</span>}
			{need.hourlyWageCents && <span>{`${money(need.hourlyWageCents)}/h`}</span>}
			{typeof need.frenchLevel === "number" && <span>{words.readOnly.french(need.frenchLevel)}</span>}
			{need.housing && <span>{blocks.need.housing(term("needHousing", need.housing))}</span>}
			{need.schedule && <span>{need.schedule}</span>}
			{need.requirements && <span>{need.requirements}</span>}
			{typeof need.vacantMonths === "number" && <span>{blocks.need.vacantSince(need.vacantMonths)}</span>}
			{need.localEfforts && <span>{need.localEfforts}</span>}
			{of}
			{need.startOn && <span className="muted">{words.readOnly.start(prose(need.startOn))}</span>}
		</li>
	);
}
