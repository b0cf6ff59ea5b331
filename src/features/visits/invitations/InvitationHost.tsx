import { lazy, Suspense, useEffect, useState } from "react";
import { useWords } from "#lib/words.ts";
import { Icon } from "#ui/Icon.tsx";
import { closeInvitations, isInvitation, mayBeInvitation, openInvitations, useDropped } from "./dropped.ts";
import styles from "./InvitationHost.module.css";
import { invitationText } from "./text.ts";

const InvitationDialog = lazy(async () => ({ default: (await import("./InvitationDialog.tsx")).InvitationDialog }));

/** Whether something that may be an invitation is held over the page. A place of its own for files comes first: it has answered before the window hears of it. */
function useHeldOver(): boolean {
	const [isOver, setOver] = useState(false);
	useEffect(() => {
		const over = (event: DragEvent) => {
			const files = [...(event.dataTransfer?.items ?? [])].filter(({ kind }) => kind === "file");
			const isOurs = !event.defaultPrevented && files.length > 0 && files.every(mayBeInvitation);
			if (isOurs) event.preventDefault();
			setOver(isOurs);
		};
		// Out of the window, not from one part of the page to another.
		const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
		const drop = (event: DragEvent) => {
			setOver(false);
			if (event.defaultPrevented) return;
			const files = [...(event.dataTransfer?.files ?? [])];
			if (files.length === 0) return;
			// A browser would leave the page to show the file.
			event.preventDefault();
			const invitations = files.filter(isInvitation);
			if (invitations.length > 0) openInvitations(invitations);
		};
		const listeners = { dragenter: over, dragover: over, dragleave: leave, drop } as const;
		for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name as "drop", listener);
		return () => {
			for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name as "drop", listener);
		};
	}, []);
	return isOver;
}

/** An invitation dropped anywhere becomes a visit; the button of the visits is the keyboard's way, and the phone's. */
export function InvitationHost() {
	const words = useWords(invitationText);
	const files = useDropped((state) => state.files);
	const isOver = useHeldOver();
	return (
		<>
			{isOver && (
				<div className={styles.over}>
					<div className={styles.target}>
						<Icon name="upload" size={32} />
						<p className={styles.words}>{words.drop}</p>
						<p className={styles.help}>{words.dropHelp}</p>
					</div>
				</div>
			)}
			{files.length > 0 && (
				<Suspense>
					<InvitationDialog
						key={files.map(({ name, lastModified, size }) => `${name} ${lastModified} ${size}`).join("\n")}
						files={files}
						onClose={closeInvitations}
					/>
				</Suspense>
			)}
		</>
	);
}
