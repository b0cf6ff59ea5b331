import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./DashboardPage.module.css";

/** The shapes of the page at their final size. */
export function DashboardSkeleton() {
	return (
		<div className={styles.page}>
			<Skeleton shape="block" height="66px" />
			<div className={styles.tiles}>
				{["I02", "I01", "I04", "I07", "I06", "I14", "I08-active", "I22"].map((key) => (
					<Skeleton key={key} shape="block" height="126px" />
				))}
			</div>
			<div className={styles.charts}>
				{["funnel", "heat", "map"].map((key) => (
					<Skeleton key={key} shape="block" height="430px" />
				))}
			</div>
			<Skeleton shape="block" height="420px" />
		</div>
	);
}
