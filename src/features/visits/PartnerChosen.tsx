import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getPartner, listPartners } from "#contract/partners.ts";
import { apiQuery } from "#lib/api.ts";
import { useWords } from "#lib/words.ts";
import { Field } from "#ui/Field.tsx";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { Select } from "#ui/Select.tsx";
import { agreementOptions } from "./agreement-options.ts";
import { reportText } from "./report-text.ts";
import type { PartnerValue } from "./report-values.ts";

type PartnerChosenProps = {
	value: PartnerValue | null;
	agreementId: string;
	onChange: (partner: PartnerValue | null) => void;
	onAgreement: (agreementId: string) => void;
	error: string | undefined;
};

const limit = 8;

/** A partner by its name, and which of its agreements one comes to follow. */
export function PartnerChosen({ value, agreementId, onChange, onAgreement, error }: PartnerChosenProps) {
	const { subject: words } = useWords(reportText);
	const [typed, setTyped] = useState("");
	const q = typed.trim();
	const found = useQuery({
		...apiQuery(listPartners, { query: q ? { q, limit } : { filter: "hasAgreement==true", sort: "name", limit } }),
		placeholderData: keepPreviousData,
	});
	const chosen = useQuery({ ...apiQuery(getPartner, { params: { id: value?.id ?? "" } }), enabled: value !== null });
	return (
		<>
			<Field label={words.partner} required error={error}>
				<LazyCombobox
					items={(found.data?.items ?? []).map(({ id, name }) => ({ id, label: name }))}
					value={value && { id: value.id, label: value.name }}
					onChange={(item) => {
						setTyped("");
						onChange(item && { id: item.id, name: item.label });
					}}
					onInputChange={setTyped}
					isLoading={found.isFetching && typed !== ""}
					placeholder={words.hint}
					emptyText={words.none}
				/>
			</Field>
			{value && (
				<Field label={words.agreement} optional>
					<Select
						value={agreementId}
						placeholder={words.noAgreement}
						options={agreementOptions(chosen.data?.agreements ?? [])}
						onChange={(event) => onAgreement(event.target.value)}
					/>
				</Field>
			)}
		</>
	);
}
