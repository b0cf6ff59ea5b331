import type { ReactNode } from "react";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { Icon } from "#ui/Icon.tsx";
import type { IconName } from "#ui/icon-paths.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { ProgressBar } from "#ui/ProgressBar.tsx";
import styles from "./FirstStepsPage.module.css";
import { text } from "./text.ts";
import { useDemonstration } from "./use-demonstration.ts";

/** Three ways into an empty office; each leads to one that works. */
export function StartDoors({ mayLoad }: { mayLoad: boolean }) {
	const words = useWords(text);
	const may = useMay();
	const { progress, problem, load } = useDemonstration();
	const { demonstration, empty } = words.doors;
	const mayImport = may("createImport");
	if (progress) {
		const percent = Math.floor((100 * progress.done) / progress.of);
		return (
			<div className={styles.loading}>
				<ProgressBar label={words.loading.label} done={progress.done} of={progress.of} detail={words.loading.percent(percent)} />
				<p className={styles.muted}>{words.loading.wait}</p>
			</div>
		);
	}
	return (
		<>
			{problem && (
				<Banner tone="red" live>
					{problem}
				</Banner>
			)}
			<ul className={styles.doors} aria-label={words.doors.label}>
				{mayLoad && (
					<Door icon="dashboard" title={demonstration.title} text={demonstration.text} note={demonstration.once}>
						<Button variant="primary" wide onClick={() => void load()}>
							{demonstration.action}
						</Button>
					</Door>
				)}
				<Door icon="upload" title={words.doors.import.title} text={words.doors.import.text} note={mayImport ? undefined : words.doors.import.byManager}>
					<LinkButton variant="primary" wide to={mayImport ? paths.newImport() : paths.people()}>
						{mayImport ? words.doors.import.action : words.doors.import.addManager}
					</LinkButton>
				</Door>
				<Door icon="user" title={empty.title} text={empty.text}>
					<LinkButton wide to={paths.people()}>
						{empty.action}
					</LinkButton>
				</Door>
			</ul>
		</>
	);
}

function Door({ icon, title, text, note, children }: { icon: IconName; title: string; text: string; note?: string; children: ReactNode }) {
	return (
		<li className={styles.door}>
			<Icon name={icon} size={28} className={styles.doorIcon} />
			<h2>{title}</h2>
			<p>{text}</p>
			{note && <p className={styles.muted}>{note}</p>}
			<div className={styles.doorAction}>{children}</div>
		</li>
	);
}
