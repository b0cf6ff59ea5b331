import styles from "./DeviceLines.module.css";
import { OfflineLine } from "./OfflineLine.tsx";
import { StorageLine } from "./StorageLine.tsx";
import { UpdateLine } from "./UpdateLine.tsx";
import { useKeptReads } from "./use-kept-reads.ts";
import { useOutboxHere } from "./use-outbox-here.ts";

/** What there is to know of this device, at the foot of the window: nothing above it moves when a line comes. */
export function DeviceLines() {
	useKeptReads();
	useOutboxHere();
	return (
		<div className={styles.lines} role="status">
			<OfflineLine />
			<StorageLine />
			<UpdateLine />
		</div>
	);
}
