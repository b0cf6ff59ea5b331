import { useQuery } from "@tanstack/react-query";
import { useFormContext, useWatch } from "react-hook-form";
import { listPartners } from "#contract/partners.ts";
import { apiQuery } from "#lib/api.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Select } from "#ui/Select.tsx";
import { PathField } from "./PathField.tsx";
import styles from "./Report.module.css";
import { reportText } from "./report-text.ts";
import type { ReportValues } from "./report-values.ts";
import { text } from "./text.ts";

const kinds = ["toService", "toPersonId", "toPartnerId"] as const;

/** Where the employer is sent: a service, a colleague or a partner, one of them. */
export function ReferralDestination({ index }: { index: number }) {
	const { referral: words } = useWords(reportText);
	const { choose } = useWords(text);
	const { terms, people } = useReference();
	const me = useSession().person.id;
	const { control, setValue } = useFormContext<ReportValues>();
	const path = `report.referrals.${index}` as const;
	const line = useWatch({ control, name: path });
	const { data } = useQuery(apiQuery(listPartners, { query: { sort: "name", limit: 200 } }));
	const kind = kinds.find((one) => line[one] !== "");
	const change = (value: string) => {
		const [chosen = "", id = ""] = value.split(" ");
		for (const one of kinds) setValue(`${path}.${one}`, one === chosen ? id : "", { shouldDirty: true });
	};
	const groups = {
		toService: terms("referralService"),
		toPersonId: people.filter((one) => one.atWork && one.id !== me).map(({ id, name }) => ({ value: id, label: name })),
		toPartnerId: (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
	};
	return (
		<PathField path={`${path}.toService`} label={words.service} required help={line.service || undefined} className={styles.half}>
			<Select value={kind ? `${kind} ${line[kind]}` : ""} placeholder={choose} onChange={(event) => change(event.target.value)}>
				{kinds.map((one) => (
					<optgroup key={one} label={words.groups[one]}>
						{groups[one].map(({ value, label }) => (
							<option key={value} value={`${one} ${value}`}>
								{label}
							</option>
						))}
					</optgroup>
				))}
			</Select>
		</PathField>
	);
}
