import { lazy, Suspense, useState } from "react";
import type { Referral } from "#contract/referrals.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { type Answer, AnswerDialog } from "./AnswerDialog.tsx";
import { LazyReferralDialog } from "./LazyReferralDialog.tsx";
import styles from "./ReferralPanel.module.css";
import { text } from "./text.ts";

const SignalChangeDialog = lazy(async () => ({ default: (await import("./SignalDialog.tsx")).SignalChangeDialog }));

/** What its reader may do with it, the next step first. */
export function ReferralActions({ referral }: { referral: Referral }) {
	const words = useWords(text).panel;
	const [asking, setAsking] = useState<Answer | "edit" | null>(null);
	const { can, state } = referral;
	const close = () => setAsking(null);
	if (!Object.values(can).some(Boolean)) return null;
	return (
		<div className={styles.actions}>
			{can.acknowledge && (
				<Button variant={state === "sent" ? "primary" : "secondary"} icon={state === "sent" ? "check" : "day"} onClick={() => setAsking("acknowledge")}>
					{state === "sent" ? words.acknowledge : words.replan}
				</Button>
			)}
			{can.close && (
				<Button variant={state === "acknowledged" ? "primary" : "secondary"} onClick={() => setAsking("close")}>
					{words.close}
				</Button>
			)}
			{can.update && (
				<Button icon="edit" onClick={() => setAsking("edit")}>
					{words.edit}
				</Button>
			)}
			{can.decline && (
				<Button variant="quiet" onClick={() => setAsking("decline")}>
					{words.decline}
				</Button>
			)}
			{can.withdraw && (
				<Button variant="quiet" onClick={() => setAsking("withdraw")}>
					{words.withdraw}
				</Button>
			)}
			{asking === "edit" && referral.toServicePointId && (
				<Suspense>
					<SignalChangeDialog signal={referral} onClose={close} />
				</Suspense>
			)}
			{asking === "edit" && !referral.toServicePointId && <LazyReferralDialog referral={referral} onClose={close} />}
			{asking !== null && asking !== "edit" && <AnswerDialog referral={referral} answer={asking} onClose={close} />}
		</div>
	);
}
