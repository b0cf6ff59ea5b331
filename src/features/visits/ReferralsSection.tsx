import { memo } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { addBusinessDays } from "#contract/business-days.ts";
import { useWords } from "#lib/words.ts";
import { newReferral } from "./block-values.ts";
import { FoldedSection } from "./FoldedSection.tsx";
import { LineList } from "./LineList.tsx";
import { ReferralLine } from "./ReferralLine.tsx";
import { reportText } from "./report-text.ts";
import type { ReportValues } from "./report-values.ts";

/** Fifteen business days: past those, the reply is asked for (domain §2.4). */
const usualWait = 15;

/** Block 9: whom the employer was sent to. */
export const ReferralsSection = memo(function ReferralsSection() {
	const { referral: words } = useWords(reportText);
	const { control, getValues } = useFormContext<ReportValues>();
	const { fields, append, remove } = useFieldArray({ control, name: "report.referrals", keyName: "key" });
	return (
		<FoldedSection id="referrals" isBlank={fields.length === 0} line={words.holds}>
			<LineList
				path="report.referrals"
				add={words.add}
				empty={words.holds}
				isEmpty={fields.length === 0}
				onAdd={() => append(newReferral(addBusinessDays(getValues("occurredOn"), usualWait)), { focusName: `report.referrals.${fields.length}.reason` })}
			>
				{fields.map(({ key }, index) => (
					<ReferralLine key={key} index={index} onRemove={() => remove(index)} />
				))}
			</LineList>
		</FoldedSection>
	);
});
