import type { ReactNode } from "react";
import styles from "./Banner.module.css";
import { classNames } from "./class-names.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";

export type BannerTone = "info" | "green" | "amber" | "red";
export type BannerProps = { tone?: BannerTone; icon?: IconName; children: ReactNode; action?: ReactNode /** Announce it when it appears. */; live?: boolean };

const icons: Record<BannerTone, IconName> = { info: "info", green: "check", amber: "warning", red: "warning" };

/** A sentence across the page about its state: offline, out of date, read only. */
export function Banner({ tone = "info", icon, children, action, live }: BannerProps) {
	return (
		<div className={classNames(styles.banner, styles[tone])} role={live ? (tone === "red" ? "alert" : "status") : undefined}>
			<Icon name={icon ?? icons[tone]} size={18} />
			<div className={styles.text}>{children}</div>
			{action && <div className={styles.action}>{action}</div>}
		</div>
	);
}
