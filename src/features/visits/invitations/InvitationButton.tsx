import { useRef } from "react";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { acceptedFiles, openInvitations } from "./dropped.ts";
import { invitationText } from "./text.ts";

/** What dropping does, by the keyboard and on a phone. */
export function InvitationButton() {
	const words = useWords(invitationText);
	const input = useRef<HTMLInputElement>(null);
	return (
		<>
			<Button icon="upload" onClick={() => input.current?.click()}>
				{words.button}
			</Button>
			<input
				ref={input}
				type="file"
				accept={acceptedFiles}
				multiple
				hidden
				onChange={({ target }) => {
					openInvitations([...(target.files ?? [])]);
					// The same file may be chosen again.
					target.value = "";
				}}
			/>
		</>
	);
}
