import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { deleteSession, listSessionPeople } from "#contract/session.ts";
import { SignOutDialog } from "#features/outbox/SignOutDialog.tsx";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { leaveDevice, type Unsent, unsentHere } from "#lib/outbox/unsent.ts";
import { paths } from "#lib/paths.ts";
import { forgetRecents } from "#lib/recents.ts";
import { useSession } from "#lib/session.ts";
import { rememberSignedIn } from "#lib/signed-in.ts";
import { addToast } from "#lib/toasts.ts";

/** The way out: what would be erased with the device's memory is asked about first. */
export function SignOut({ onStay }: { onStay: () => void }) {
	const { person } = useSession();
	const navigate = useNavigate();
	const client = useQueryClient();
	const [unsent, setUnsent] = useState<Unsent | null>(null);
	const hasBegun = useRef(false);
	const isGone = useRef(false);
	// The page that is left reads the session to its last moment: what was known is forgotten when it has gone.
	useEffect(
		() => () => {
			if (isGone.current) client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== listSessionPeople.id });
		},
		[client],
	);
	const { mutate } = useApiMutation(deleteSession, {
		invalidates: [],
		onSuccess: () => {
			isGone.current = true;
			rememberSignedIn(false);
			forgetRecents();
			void leaveDevice(person.id);
			void navigate(paths.signIn());
		},
		onError: (error) => {
			addToast({ tone: "error", text: errorSentence(error) });
			onStay();
		},
	});
	useEffect(() => {
		if (hasBegun.current) return;
		hasBegun.current = true;
		void unsentHere().then(
			(left) => (left ? setUnsent(left) : mutate({})),
			() => mutate({}),
		);
	}, [mutate]);
	return unsent && <SignOutDialog unsent={unsent} onStay={onStay} onLeave={() => mutate({})} />;
}
