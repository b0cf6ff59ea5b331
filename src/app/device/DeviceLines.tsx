import styles from "./DeviceLines.module.css";
import { UpdateLine } from "./UpdateLine.tsx";

/** What there is to know of this device, at the foot of the window: nothing above it moves when a line comes. */
export function DeviceLines() {
	return (
		<div className={styles.lines} role="status">
			<UpdateLine />
		</div>
	);
}
