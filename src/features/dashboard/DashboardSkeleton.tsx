import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./DashboardPage.module.css";

/** The shapes of the page at their final size. */
export function DashboardSkeleton() {
	return (
		<div className={styles.page}>
			<div className={styles.kpis}>
				{["openCases", "sleeping", "posts", "visits", "late"].map((key) => (
					<Skeleton key={key} shape="block" height="126px" />
				))}
			</div>
			<div className={styles.charts}>
				{["funnel", "occupations", "tools"].map((key) => (
					<Skeleton key={key} shape="block" height="390px" />
				))}
			</div>
			<Skeleton shape="block" height="420px" />
		</div>
	);
}
