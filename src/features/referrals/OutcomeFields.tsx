import { useQuery } from "@tanstack/react-query";
import { useFormContext } from "react-hook-form";
import type { Referral } from "#contract/referrals.ts";
import { listVisits } from "#contract/visits.ts";
import { apiQuery } from "#lib/api.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { Select } from "#ui/Select.tsx";
import { text } from "./text.ts";
import type { AnswerValues } from "./use-answers.ts";

/** The outcome, or the visit of the employer, since it was sent, by which it had its sequel: one of the two at least. */
export function OutcomeFields({ referral }: { referral: Referral }) {
	const words = useWords(text).answer;
	const { terms, term } = useReference();
	const { prose } = useFormat();
	const may = useMay();
	const { register, formState } = useFormContext<AnswerValues>();
	const { errors } = formState;
	const filter = `employerId==${referral.employerId};status!=cancelled;status!=planned;occurredOn=ge=${referral.sentOn}`;
	const { data } = useQuery({
		...apiQuery(listVisits, { query: { filter, sort: "-occurredOn", limit: 20 } }),
		enabled: referral.employerId !== null && may("listVisits"),
	});
	const visits = (data?.items ?? []).map(({ id, occurredOn, mode, headline }) => ({
		value: id,
		label: [prose(occurredOn), term("visitMode", mode), headline].filter(Boolean).join(" · "),
	}));
	return (
		<>
			<Field label={words.outcome} required={visits.length === 0} error={errors.outcome?.message}>
				<Select {...register("outcome")} placeholder={visits.length > 0 ? words.noOutcome : words.choose} options={terms("referralOutcome")} />
			</Field>
			{visits.length > 0 && (
				<Field label={words.visit} optional error={errors.outcomeVisitId?.message}>
					<Select {...register("outcomeVisitId")} placeholder={words.noVisit} options={visits} />
				</Field>
			)}
			<Field label={words.endedOn} required error={errors.endedOn?.message}>
				<DateInput {...register("endedOn")} />
			</Field>
		</>
	);
}
