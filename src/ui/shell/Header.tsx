import type { ReactNode } from "react";
import styles from "./Header.module.css";

export type HeaderProps = {
	brand: ReactNode;
	/** « Accompagnement des employeurs · Montérégie » */
	region?: ReactNode;
	search?: ReactNode;
	/** A Button or LinkButton with an `icon`: a phone shows the icon, a wide window the words. */
	action?: ReactNode;
	connection?: ReactNode;
	help?: ReactNode;
	user?: ReactNode;
};

/** The band across the top. Buttons inside take the band's colours. */
export function Header({ brand, region, search, action, connection, help, user }: HeaderProps) {
	return (
		<header className={styles.band}>
			<div className={styles.brand}>{brand}</div>
			{region && <div className={styles.region}>{region}</div>}
			{search && <div className={styles.search}>{search}</div>}
			{action && <div className={styles.action}>{action}</div>}
			{connection && <div className={styles.connection}>{connection}</div>}
			{help && <div className={styles.help}>{help}</div>}
			{user && <div className={styles.user}>{user}</div>}
		</header>
	);
}
