import { useFormContext, useWatch } from "react-hook-form";
import { useWords } from "#lib/words.ts";
import { Select } from "#ui/Select.tsx";
import { PathField } from "./PathField.tsx";
import styles from "./Report.module.css";
import { reportText } from "./report-text.ts";
import type { ReportValues } from "./report-values.ts";

type List = "needs" | "nextSteps" | "toolUses" | "signals" | "referrals";

/** Of which employer a line is, when the visit has several; the first, unless said otherwise. */
export function LineEmployer({ list, index }: { list: List; index: number }) {
	const words = useWords(reportText);
	const { control, register } = useFormContext<ReportValues>();
	const [first, ...others] = useWatch({ control, name: "employers" });
	if (!first || others.length === 0) return null;
	const path = `report.${list}.${index}.employerId` as const;
	return (
		<PathField path={path} label={words.whose} className={styles.wide}>
			<Select {...register(path)} placeholder={first.name} options={others.map(({ id, name }) => ({ value: id, label: name }))} />
		</PathField>
	);
}
