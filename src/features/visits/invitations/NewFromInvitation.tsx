import { Link } from "react-router";
import type { VisitRow } from "#contract/visits.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { InvitationForm } from "./InvitationForm.tsx";
import type { Invitation } from "./invitation.ts";
import { invitationText } from "./text.ts";
import { useInvitationForm } from "./use-invitation-form.ts";

type NewFromInvitationProps = {
	invitation: Invitation;
	/** A colleague's visit, drawn from the same invitation. */
	colleagues: VisitRow | undefined;
	onClose: () => void;
	onBack: (() => void) | undefined;
	/** It was logged meanwhile, here or in another tab. */
	onTaken: () => void;
};

/** The visit that an invitation becomes. */
export function NewFromInvitation({ invitation, colleagues, onClose, onBack, onTaken }: NewFromInvitationProps) {
	const words = useWords(invitationText);
	const { list } = useFormat();
	const form = useInvitationForm(invitation, onClose, onTaken);
	return (
		<Dialog
			title={words.title}
			onClose={onClose}
			onSubmit={() => void form.save()}
			keepOnBackdrop
			footer={
				<DialogButtons
					cancel={onBack ? words.backToAll : words.cancel}
					onCancel={onBack ?? onClose}
					submit={form.isAhead ? words.plan : words.draft}
					busy={form.isPending}
				/>
			}
		>
			{colleagues && (
				<Banner>
					{words.colleague(list(colleagues.advisers.map(({ name }) => name)))}{" "}
					<Link to={paths.visit(colleagues.id)} onClick={onClose}>
						{words.open}
					</Link>
				</Banner>
			)}
			<InvitationForm invitation={invitation} form={form} />
		</Dialog>
	);
}
