import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import type { Signal } from "#contract/signals.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Facts } from "#ui/Facts.tsx";
import { HandleDialog } from "./HandleDialog.tsx";
import { LevelTag } from "./LevelTag.tsx";
import { protocolsQuery } from "./queries.ts";
import styles from "./SignalDetails.module.css";
import { text } from "./text.ts";
import { useReopening } from "./use-handling.ts";

/** Where a signal comes from, its protocol, and what was done. */
export function SignalDetails({ signal }: { signal: Signal }) {
	const words = useWords(text).panel;
	const may = useMay();
	const language = useLanguage();
	const { prose } = useFormat();
	const { personName } = useReference();
	const [isHandling, setHandling] = useState(false);
	const reopen = useReopening();
	const { data: protocols } = useQuery({ ...protocolsQuery, enabled: may("listSignalProtocols") });
	const protocol = protocols?.items.find((one) => one.signal === signal.code);
	const { level, source, sourceId, raisedOn, raisedBy, year, note, handling, can } = signal;
	const from =
		source === "visit" ? (
			<Link to={paths.visit(sourceId)}>{words.byVisit(prose(raisedOn))}</Link>
		) : (
			<Link to={paths.employer(signal.employerId, "signaux")}>{`${words.byAnswer(String(year))}, ${prose(raisedOn)}`}</Link>
		);
	return (
		<div className={styles.stack}>
			<Facts
				stacked
				items={[
					{ label: words.level, value: <LevelTag level={level} /> },
					{
						label: words.from,
						value: (
							<>
								{from} {raisedBy && words.by(personName(raisedBy))}
							</>
						),
					},
					...(note ? [{ label: words.note, value: note }] : []),
					...(handling
						? [
								{
									label: words.done,
									value: (
										<>
											{handling.note}
											<br />
											<span className="muted">{words.doneBy(personName(handling.handledBy), prose(handling.handledOn))}</span>
										</>
									),
								},
							]
						: []),
				]}
			/>
			{protocol && !handling && (
				<p className={styles.protocol}>
					<strong>{words.protocol}</strong>
					{language === "fr" ? protocol.protocolFr : protocol.protocolEn}
				</p>
			)}
			{can.handle && (
				<div className={styles.actions}>
					{handling
						? may("deleteSignalHandling") && (
								<Button size="small" icon="undo" onClick={() => reopen(signal)}>
									{words.reopen}
								</Button>
							)
						: may("createSignalHandling") && (
								<Button size="small" icon="check" onClick={() => setHandling(true)}>
									{words.handle}
								</Button>
							)}
				</div>
			)}
			{isHandling && <HandleDialog signal={signal} onClose={() => setHandling(false)} />}
		</div>
	);
}
