import { useState } from "react";
import type { Dashboard } from "#contract/dashboard.ts";
import { useFormat } from "#lib/format.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import styles from "./PeriodBar.module.css";
import { type PeriodKind, periodHolding, periodsOf } from "./period-options.ts";
import { periodQueryOf } from "./period-url.ts";
import { text } from "./text.ts";
import { usePeriod } from "./use-period.ts";

type Read = Pick<Dashboard, "period" | "previousPeriod">;

/** The last day counted. */
const endOf = ({ to, asOf }: Read["period"]) => [to, asOf].sort()[0] ?? to;

const kinds = ["fiscalYear", "quarter", "month", "free"] as const satisfies PeriodKind[];

/** Which days are counted, and as of which day. What is chosen is the address. */
export function PeriodBar({ period, previousPeriod, today }: Read & { today: string }) {
	const words = useWords(text).period;
	const { prose } = useFormat();
	const { choose } = usePeriod();
	const end = endOf(period);
	return (
		<section className={styles.bar} aria-label={words.label}>
			<div className={styles.controls}>
				<Segmented<PeriodKind>
					label={words.kind}
					hideLabel
					compact
					value={period.kind}
					onChange={(kind) => choose(periodHolding(kind, period.from, end))}
					options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
				/>
				{period.kind === "free" ? (
					<FreePeriod key={`${period.from} ${period.to}`} period={period} />
				) : (
					<PeriodChoice period={period} kind={period.kind} today={today} />
				)}
				<AsOf key={period.asOf} period={period} today={today} />
			</div>
			<p className={styles.read}>
				<b>{words.read(prose(period.from), prose(end))}</b>
				{period.asOf !== end && `, ${words.asOfRead(prose(period.asOf))}`}, {words.compared(prose(previousPeriod.from), prose(endOf(previousPeriod)))}
			</p>
		</section>
	);
}

function PeriodChoice({ period, kind, today }: { period: Read["period"]; kind: Exclude<PeriodKind, "free">; today: string }) {
	const words = useWords(text).period;
	const language = useLanguage();
	const { choose } = usePeriod();
	const label = (code: string) => {
		if (kind === "fiscalYear") return code;
		if (kind === "quarter") return words.quarter(code.slice(-1), code.slice(0, 9));
		return new Intl.DateTimeFormat(`${language}-CA`, { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${code}-15T12:00:00Z`));
	};
	const known = periodsOf(kind, today);
	const options = period.code && !known.includes(period.code) ? [...known, period.code] : known;
	return (
		<Field label={words.choose[kind]} hideLabel className={styles.choice}>
			<Select
				value={period.code ?? ""}
				onChange={(event) => choose({ [kind]: event.target.value })}
				options={options.map((value) => ({ value, label: label(value) }))}
			/>
		</Field>
	);
}

function FreePeriod({ period }: { period: Read["period"] }) {
	const words = useWords(text).period;
	const { choose } = usePeriod();
	const [from, setFrom] = useState(period.from);
	const [to, setTo] = useState(period.to);
	const apply = (next: { from: string; to: string }) => {
		setFrom(next.from);
		setTo(next.to);
		if (next.from && next.to && next.from <= next.to) choose(next);
	};
	return (
		<>
			<Field label={words.from} className={styles.day}>
				<DateInput value={from} onChange={(event) => apply({ from: event.target.value, to })} />
			</Field>
			<Field label={words.to} className={styles.day} error={from && to && from > to ? words.order : undefined}>
				<DateInput value={to} onChange={(event) => apply({ from, to: event.target.value })} />
			</Field>
		</>
	);
}

function AsOf({ period, today }: { period: Read["period"]; today: string }) {
	const words = useWords(text).period;
	const { choose } = usePeriod();
	const [asOf, setAsOf] = useState(period.asOf);
	const change = (value: string) => {
		setAsOf(value);
		if (value && value <= today) choose({ ...periodQueryOf(period), asOf: value });
	};
	return (
		<Field label={words.asOfLong} className={styles.day} error={asOf > today ? words.future : undefined}>
			<DateInput value={asOf} max={today} onChange={(event) => change(event.target.value)} />
		</Field>
	);
}
