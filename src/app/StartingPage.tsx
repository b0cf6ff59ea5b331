import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./StandalonePage.module.css";

/** Between the first byte and the first answer: the band and the page's place, so that nothing jumps when they come. */
export function StartingPage() {
	return (
		<>
			<div className={styles.band} />
			<main className={styles.page} aria-busy="true">
				<Skeleton shape="rows" rows={8} />
			</main>
		</>
	);
}
