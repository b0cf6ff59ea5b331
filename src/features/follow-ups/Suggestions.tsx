import { useQuery } from "@tanstack/react-query";
import { useFormContext } from "react-hook-form";
import { listFollowUpProposals, listFollowUpRules } from "#contract/follow-ups.ts";
import { apiQuery } from "#lib/api.ts";
import { useFormat } from "#lib/format.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { ChipButton } from "#ui/Chip.tsx";
import { Field } from "#ui/Field.tsx";
import { Select } from "#ui/Select.tsx";
import styles from "./FollowUpDialog.module.css";
import { type FollowUpValues, valuesOfRule } from "./follow-up-form.ts";
import { text } from "./text.ts";

/** The catalogue: what it proposes for this employer today, and all of its lines. */
export function Suggestions() {
	const words = useWords(text).form;
	const language = useLanguage();
	const may = useMay();
	const { today } = useReference();
	const { short } = useFormat();
	const { watch, setValue } = useFormContext<FollowUpValues>();
	const employerId = watch("employerId");
	const ruleCode = watch("ruleCode");
	const rules = useQuery({ ...apiQuery(listFollowUpRules, {}), staleTime: 60 * 60_000, enabled: may("listFollowUpRules") });
	const proposals = useQuery({ ...apiQuery(listFollowUpProposals, { query: { employerId } }), enabled: employerId !== "" && may("listFollowUpProposals") });
	const fill = (values: Partial<FollowUpValues>) => {
		for (const [field, value] of Object.entries(values)) setValue(field as keyof FollowUpValues, value as never, { shouldDirty: true });
	};
	const items = rules.data?.items ?? [];
	const titleOf = (rule: (typeof items)[number]) => (language === "fr" ? rule.titleFr : rule.titleEn);
	if (!may("listFollowUpRules")) return null;
	return (
		<div>
			<Field label={words.catalogue} help={words.catalogueHelp}>
				<Select
					value={ruleCode}
					placeholder={words.noRule}
					options={items.map((rule) => ({ value: rule.code, label: titleOf(rule) }))}
					onChange={(event) => {
						const rule = items.find(({ code }) => code === event.target.value);
						fill(rule ? valuesOfRule(rule, titleOf(rule), today) : { ruleCode: "" });
					}}
				/>
			</Field>
			{proposals.data && proposals.data.items.length > 0 && (
				// biome-ignore lint/a11y/useSemanticElements: a family of quick choices, not a form of its own
				<div className={styles.chips} role="group" aria-label={words.proposed}>
					{proposals.data.items.map(({ ruleCode: code, kind, title, dueOn }) => (
						<ChipButton key={`${code} ${title}`} pressed={ruleCode === code} onClick={() => fill({ ruleCode: code, kind, title, dueOn })}>
							{title} · {short(dueOn)}
						</ChipButton>
					))}
				</div>
			)}
		</div>
	);
}
