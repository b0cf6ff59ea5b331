import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { deleteSession } from "#contract/session.ts";
import { call } from "#lib/http.ts";
import { sessionQuery } from "#lib/session.ts";
import { endSession, useSessionEnd } from "#lib/session-end.ts";

/** Shared by the tabs: who works in one is not idle in another. */
const mark = "jalon.touched";
const touchedAt = () => Number(localStorage.getItem(mark) ?? 0);
const touch = () => localStorage.setItem(mark, String(Date.now()));

const gestures = ["pointerdown", "keydown", "wheel", "touchmove"] as const;

/**
 * Seconds left when the session is about to end for want of anybody (WCAG 2.2.1: said two minutes before, put off by one gesture); null the rest of the time.
 * Only gestures keep a session: what the page asks by itself does not. Once the warning is there, it takes an answer.
 */
export function useIdle(idleSeconds: number | undefined): { left: number | null; stay: () => void } {
	const client = useQueryClient();
	const hasEnded = useSessionEnd((state) => state.hasEnded);
	const [left, setLeft] = useState<number | null>(null);
	const keep = useCallback(() => {
		touch();
		setLeft(null);
		void client.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined);
	}, [client]);
	useEffect(() => {
		if (!idleSeconds || hasEnded) return;
		touch();
		const warning = Math.min(120, idleSeconds / 2);
		const often = Math.min(60, idleSeconds / 10);
		const sinceTouch = () => (Date.now() - touchedAt()) / 1000;
		const isWarning = () => idleSeconds - sinceTouch() <= warning;
		const onGesture = () => {
			if (!isWarning() && sinceTouch() > often) keep();
		};
		const timer = setInterval(() => {
			const rest = Math.ceil(idleSeconds - sinceTouch());
			setLeft(rest > warning ? null : Math.max(0, rest));
			if (rest > 0) return;
			// Said, and done: whoever left the desk left it shut, even if a list was read again meanwhile.
			clearInterval(timer);
			setLeft(null);
			endSession();
			void call(deleteSession, {}).catch(() => undefined);
		}, 1000);
		for (const gesture of gestures) addEventListener(gesture, onGesture, { passive: true });
		return () => {
			clearInterval(timer);
			for (const gesture of gestures) removeEventListener(gesture, onGesture);
		};
	}, [idleSeconds, keep, hasEnded]);
	return { left, stay: keep };
}
