import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "react-router";
import { deleteSession, type Session } from "#contract/session.ts";
import { useApiMutation } from "#lib/api.ts";
import { paths } from "#lib/paths.ts";
import { sessionQuery, useSession } from "#lib/session.ts";
import { endSession, resumeSession } from "#lib/session-end.ts";
import { rememberSignedIn } from "#lib/signed-in.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { SignInForm } from "./SignInForm.tsx";
import { text } from "./text.ts";

/** The warning: one gesture puts it off. */
export function IdleDialog({ left, onStay }: { left: number; onStay: () => void }) {
	const words = useWords(text).idle;
	const leave = useApiMutation(deleteSession, { invalidates: [], onSuccess: endSession });
	return (
		<Dialog
			size="small"
			title={words.title}
			onClose={onStay}
			footer={
				<>
					<Button busy={leave.isPending} onClick={() => leave.mutate({})}>
						{words.leave}
					</Button>
					<Button variant="primary" data-autofocus onClick={onStay}>
						{words.stay}
					</Button>
				</>
			}
		>
			<p>{words.text(words.left(Math.floor(left / 60), left % 60))}</p>
		</Dialog>
	);
}

/** The page waits behind, locked. */
export function EndedDialog() {
	const words = useWords(text).ended;
	const { person, demonstration } = useSession();
	const { pathname, search } = useLocation();
	const navigate = useNavigate();
	const client = useQueryClient();
	const toTheDoor = () => void navigate(paths.signIn(pathname + search));
	/** The same person goes on; anybody else begins. */
	const onSignedIn = (session: Session) => {
		if (session.person?.id !== person.id || session.mustChangePassword) {
			// A page made anew: nothing of who was here may be drawn again.
			rememberSignedIn(!session.mustChangePassword);
			return window.location.assign(import.meta.env.BASE_URL);
		}
		client.setQueryData(sessionQuery.queryKey, session);
		resumeSession();
		void client.invalidateQueries();
	};
	return (
		<Dialog size="small" title={words.title} onClose={toTheDoor} keepOnBackdrop>
			<p>{words.text}</p>
			{demonstration ? (
				<Button variant="primary" data-autofocus onClick={toTheDoor}>
					{words.signIn}
				</Button>
			) : (
				<SignInForm onSignedIn={onSignedIn} />
			)}
		</Dialog>
	);
}
