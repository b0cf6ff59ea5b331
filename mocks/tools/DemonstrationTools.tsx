import { useId, useState } from "react";
import { useWords } from "#lib/words.ts";
import { currentFault, type Fault, faults, setFault } from "../faults.ts";
import type { Scenario } from "../world/world.ts";
import styles from "./DemonstrationTools.module.css";
import { text } from "./text.ts";

const scenarios: readonly Scenario[] = ["region", "vide", "surcharge"];

type Props = { scenario: Scenario; onReset: (scenario: Scenario) => Promise<void> };

/** Faults and data of the demonstration, at hand and out of the way: never part of the product. */
export function DemonstrationTools({ scenario, onReset }: Props) {
	const words = useWords(text);
	const [fault, choose] = useState(currentFault);
	const [isBusy, setBusy] = useState(false);
	const panelId = useId();

	const chooseFault = (next: Fault) => {
		setFault(next);
		choose(next);
	};
	const reset = (next: Scenario) => {
		setBusy(true);
		void onReset(next).finally(() => setBusy(false));
	};

	return (
		<aside className={styles.tools} aria-label={words.title}>
			<button type="button" className={styles.opener} popoverTarget={panelId}>
				{words.open}
				{fault !== "aucune" && <span className={styles.active}>{words.faults[fault]}</span>}
			</button>
			<div id={panelId} popover="auto" className={styles.panel} aria-busy={isBusy}>
				<div className={styles.content}>
					<fieldset className={styles.group}>
						<legend>{words.fault}</legend>
						{faults.map((one) => (
							<label key={one} className={styles.choice}>
								<input type="radio" name={panelId} checked={fault === one} onChange={() => chooseFault(one)} />
								{words.faults[one]}
							</label>
						))}
					</fieldset>
					<fieldset className={styles.group} disabled={isBusy}>
						<legend>{words.data}</legend>
						<div className={styles.buttons}>
							{scenarios.map((one) => (
								<button key={one} type="button" aria-pressed={one === scenario} onClick={() => one !== scenario && reset(one)}>
									{words.scenarios[one]}
								</button>
							))}
						</div>
						<p>{words.replaces}</p>
						<div className={styles.buttons}>
							<button type="button" onClick={() => reset(scenario)}>
								{words.reset}
							</button>
							<button type="button" popoverTarget={panelId} popoverTargetAction="hide">
								{words.close}
							</button>
						</div>
					</fieldset>
				</div>
			</div>
		</aside>
	);
}
