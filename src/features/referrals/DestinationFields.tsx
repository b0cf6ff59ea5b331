import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { usePartnerItems } from "#lib/partner-items.ts";
import { useReference } from "#lib/reference.ts";
import { useMay, useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import type { ReferralValues } from "./referral-form.ts";
import { text } from "./text.ts";

/** To whom: a colleague who has an account here, a partner of the region, or a service outside. */
export function DestinationFields({ partnerName }: { partnerName: string | null }) {
	const words = useWords(text);
	const me = useSession().person.id;
	const mayReadPartners = useMay()("listPartners");
	const { people, terms } = useReference();
	const { register, watch, setValue, formState } = useFormContext<ReferralValues>();
	const { errors } = formState;
	const { destination, toPersonId } = watch();
	const colleagues = people.filter(({ id, role, atWork }) => id !== me && (id === toPersonId || (atWork && role !== "administrator" && role !== "auditor")));
	return (
		<>
			<Segmented
				label={words.form.destination}
				value={destination}
				onChange={(value) => setValue("destination", value, { shouldDirty: true })}
				options={(["colleague", "partner", "service"] as const)
					.filter((value) => value !== "partner" || mayReadPartners)
					.map((value) => ({ value, label: words.form.destinations[value] }))}
			/>
			{destination === "colleague" && (
				<Field label={words.form.colleague} required error={errors.toPersonId?.message}>
					<Select
						{...register("toPersonId")}
						placeholder={words.form.choose}
						options={colleagues.map(({ id, name, role }) => ({ value: id, label: `${name}, ${words.roles[role as keyof typeof words.roles] ?? role}` }))}
					/>
				</Field>
			)}
			{destination === "partner" && <PartnerBox initial={partnerName} />}
			{destination === "service" && (
				<Field label={words.form.service} required error={errors.toService?.message}>
					<Select {...register("toService")} placeholder={words.form.choose} options={terms("referralService")} />
				</Field>
			)}
			{destination !== "colleague" && (
				<Field label={words.form.contact} optional error={errors.contactName?.message}>
					<GuardedInput field="contactName" {...register("contactName")} maxLength={120} />
				</Field>
			)}
		</>
	);
}

function PartnerBox({ initial }: { initial: string | null }) {
	const words = useWords(text).form;
	const { setValue, clearErrors, getValues, formState } = useFormContext<ReferralValues>();
	const [value, setChosen] = useState<ComboboxItem | null>(() => {
		const id = getValues("toPartnerId");
		return id && initial ? { id, label: initial } : null;
	});
	const [typed, setTyped] = useState("");
	const q = typed === value?.label ? "" : typed;
	const { items, isLoading } = usePartnerItems(q);
	return (
		<Field label={words.partner} required error={formState.errors.toPartnerId?.message}>
			<LazyCombobox
				items={items}
				value={value}
				onChange={(chosen) => {
					setChosen(chosen);
					setValue("toPartnerId", chosen?.id ?? "", { shouldDirty: true });
					clearErrors("toPartnerId");
				}}
				onInputChange={setTyped}
				isLoading={isLoading && q !== ""}
				placeholder={words.partnerHint}
				emptyText={words.noPartner}
				opensOn="input"
			/>
		</Field>
	);
}
