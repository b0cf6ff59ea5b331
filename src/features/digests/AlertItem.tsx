import { Link } from "react-router";
import type { Alert, AlertKind } from "#contract/digests.ts";
import { daysBetween, useNearDay } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Item } from "#ui/ItemList.tsx";
import { Tag, type Tone } from "#ui/Tag.tsx";
import styles from "./DigestPage.module.css";
import { text } from "./text.ts";

const tones: Record<AlertKind, Tone> = {
	visit: "info",
	signal: "red",
	followUp: "amber",
	referralReceived: "violet",
	referralSent: "violet",
	report: "neutral",
	sleepingCase: "neutral",
};

const addressOf = ({ kind, recordId }: Alert): string => {
	if (kind === "visit" || kind === "report") return paths.visit(recordId);
	if (kind === "signal") return paths.signals({ signal: recordId });
	if (kind === "followUp") return paths.followUps({ suivi: recordId });
	if (kind === "sleepingCase") return paths.supportCases({ dossier: recordId });
	return paths.referrals({ aiguillage: recordId });
};

/** What it is in its vocabulary, and what was typed of it: « Appel · Rappeler pour le quart de nuit ». */
function useWhat() {
	const { term, stageLabel } = useReference();
	return ({ kind, code, title }: Alert): string | null => {
		if (!code) return title;
		if (kind === "followUp") return title ?? term("followUpKind", code);
		if (kind === "sleepingCase") return stageLabel(code);
		return term(kind === "signal" ? "signal" : kind === "visit" || kind === "report" ? "visitMode" : "referralReason", code);
	};
}

function useWhen(today: string) {
	const words = useWords(text);
	const { plural } = useFormat();
	const nearDay = useNearDay(today);
	return ({ kind, on, isLate }: Alert): string => {
		const days = daysBetween(on, today);
		const since = plural(days, words.days.one, words.days.other);
		if (kind === "visit") return days === 0 ? words.today : nearDay(on);
		if (kind === "followUp") return days > 0 ? words.lateBy(since) : words.dueToday;
		if (kind === "signal") return words.raised(nearDay(on));
		if (kind === "report") return words.visitOf(nearDay(on));
		if (kind === "sleepingCase") return words.idleFor(since);
		return isLate ? words.unansweredFor(since) : words.expectedOn(nearDay(on));
	};
}

/** A day that has passed for somebody who waits. */
const isOverdue = ({ kind, isLate }: Alert) => isLate && (kind === "followUp" || kind === "referralReceived" || kind === "referralSent");

/** One alert: of whom, what, since when; its link opens the record. */
export function AlertItem({ alert, today }: { alert: Alert; today: string }) {
	const words = useWords(text);
	const whatOf = useWhat();
	const whenOf = useWhen(today);
	const { kind, name, placeName, promised } = alert;
	return (
		<Item
			title={
				<Link to={addressOf(alert)} className={styles.what}>
					{name ?? words.nobody}
				</Link>
			}
			end={<Tag tone={isOverdue(alert) ? "red" : tones[kind]}>{promised ? words.promise : words.kinds[kind]}</Tag>}
		>
			{[whatOf(alert), placeName, whenOf(alert)].filter(Boolean).join(" · ")}
		</Item>
	);
}
