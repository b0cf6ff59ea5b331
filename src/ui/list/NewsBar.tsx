import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import { useFormat } from "#lib/format.ts";
import { showNews, useNewsCount } from "#lib/live/news.ts";
import { useWords } from "#lib/words.ts";
import { Icon } from "../Icon.tsx";
import styles from "./NewsBar.module.css";
import { text } from "./text.ts";

/**
 * « 3 nouveautés — Afficher », over the rows it is about: what colleagues changed waits until it is asked for, so that nothing moves under a hand.
 * It takes no room: a bar that pushed the rows down would do what it promises not to.
 */
export function NewsBar({ list, children }: { list: { id: string }; children: ReactNode }) {
	const words = useWords(text).news;
	const { plural } = useFormat();
	const client = useQueryClient();
	const rows = useRef<HTMLDivElement>(null);
	const count = useNewsCount(list.id);
	const said = plural(count, words.one, words.other);
	const show = () => {
		// The button goes away: the focus goes on to the rows it announced.
		rows.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
		void showNews(client, list.id);
	};
	return (
		<div className={styles.place}>
			<p role="status" className="visually-hidden">
				{count > 0 && said}
			</p>
			{count > 0 && (
				<div className={styles.over}>
					<button type="button" className={styles.bar} onClick={show}>
						<Icon name="refresh" size={16} />
						<span>{`${said}\u00A0— `}</span>
						<b>{words.show}</b>
					</button>
				</div>
			)}
			<div ref={rows} className={styles.rows}>
				{children}
			</div>
		</div>
	);
}
