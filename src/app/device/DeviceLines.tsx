import styles from "./DeviceLines.module.css";
import { OfflineLine } from "./OfflineLine.tsx";
import { UpdateLine } from "./UpdateLine.tsx";
import { useKeptReads } from "./use-kept-reads.ts";

/** What there is to know of this device, at the foot of the window: nothing above it moves when a line comes. */
export function DeviceLines() {
	useKeptReads();
	return (
		<div className={styles.lines} role="status">
			<OfflineLine />
			<UpdateLine />
		</div>
	);
}
