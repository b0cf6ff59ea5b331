import { useQuery } from "@tanstack/react-query";
import { useFormContext, useWatch } from "react-hook-form";
import { getPartner } from "#contract/partners.ts";
import { apiQuery } from "#lib/api.ts";
import { useWords } from "#lib/words.ts";
import { Chip } from "#ui/Chip.tsx";
import { Field } from "#ui/Field.tsx";
import { Select } from "#ui/Select.tsx";
import { agreementOptions } from "./agreement-options.ts";
import { PathField } from "./PathField.tsx";
import { useField } from "./problems.ts";
import styles from "./Report.module.css";
import { reportText } from "./report-text.ts";
import type { PartnerValue, ReportValues } from "./report-values.ts";

/** The partner, and which of its agreements is followed. */
export function PartnerVisited({ partner }: { partner: PartnerValue }) {
	const { subject: words } = useWords(reportText);
	const { control, register } = useFormContext<ReportValues>();
	const { data } = useQuery(apiQuery(getPartner, { params: { id: partner.id } }));
	const chosen = useWatch({ control, name: "agreementId" });
	return (
		<div className={styles.pair}>
			<Field label={words.partner} required group="group" {...useField("partnerId")}>
				<div className={styles.chips}>
					<Chip name={partner.name}>{partner.name}</Chip>
				</div>
			</Field>
			<PathField path="agreementId" label={words.agreement} optional>
				<Select {...register("agreementId")} value={chosen} placeholder={words.noAgreement} options={agreementOptions(data?.agreements ?? [])} />
			</PathField>
		</div>
	);
}
