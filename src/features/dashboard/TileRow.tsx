import type { ReactNode } from "react";
import { Link } from "react-router";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Kpi } from "#ui/Kpi.tsx";
import type { CardProps } from "./card.ts";
import styles from "./DashboardPage.module.css";
import { IndicatorRule } from "./IndicatorRule.tsx";
import { text } from "./text.ts";
import { useIndicatorName } from "./use-indicator-name.ts";

type Words = { one: string; other: string };

/** The first figures, each beside the equal window before. */
export function TileRow({ figures }: CardProps) {
	const words = useWords(text);
	const { number, plural, percent, signed } = useFormat();
	const nameOf = useIndicatorName();
	const { tiles } = words;
	const count = (id: string, noun: Words, key?: string): ReactNode => {
		const value = key === undefined ? (figures.value(id) ?? 0) : (figures.part(id, "standing", key) ?? 0);
		const to = key === undefined ? figures.link(id) : figures.link(id, [["standing", key]]);
		const told = plural(value, noun.one, noun.other);
		return to && value > 0 ? <Link to={to}>{told}</Link> : told;
	};
	const trendOf = (id: string) => {
		const [now, before] = [figures.value(id), figures.previous(id)];
		if (now === null || before === null) return undefined;
		return before === 0 ? words.noBefore : now === before ? words.same(number(before)) : words.trend(signed(now - before), number(before));
	};
	const onTime = figures.value("I14-rate");
	const details: Record<string, ReactNode> = {
		I02: count("I03", tiles.new, "new"),
		I01: tiles.sinceStart,
		I04: <Opening to={figures.link("I04-interactions")}>{tiles.interactions(number(figures.value("I04-interactions") ?? 0))}</Opening>,
		I07: count("I07-filled", tiles.filled),
		"I08-active": count("I08-accounts", tiles.accounts),
		I06: figures.value("I06-sleeping") === 0 ? tiles.allAwake : count("I06-sleeping", tiles.cases),
		I14: onTime === null ? tiles.nothingDue : <Opening to={figures.link("I14-due")}>{tiles.onTime(percent(onTime))}</Opening>,
	};
	return (
		<div className={styles.tiles}>
			{["I02", "I01", "I04", "I07", "I06", "I14", "I08-active", "I22"]
				.filter((id) => figures.has(id))
				.map((id) => (
					<Kpi
						key={id}
						label={nameOf(id)}
						value={number(figures.value(id) ?? 0)}
						to={figures.link(id)}
						trend={trendOf(id)}
						detail={details[id]}
						rule={<IndicatorRule id={id} />}
					/>
				))}
		</div>
	);
}

const Opening = ({ to, children }: { to: string | undefined; children: ReactNode }) => (to ? <Link to={to}>{children}</Link> : children);
