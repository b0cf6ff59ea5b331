import { useFormat } from "#lib/format.ts";
import { useContact } from "#lib/offline/contact.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { text } from "./text.ts";

/** Nobody answers, and the screens show what this device keeps: how old it is. */
export function OfflineLine() {
	const words = useWords(text);
	const { moment } = useFormat();
	const since = useContact(({ lostSince }) => lostSince);
	if (since === null) return null;
	return <Banner icon="offline">{words.offline(moment(new Date(since).toISOString()))}</Banner>;
}
