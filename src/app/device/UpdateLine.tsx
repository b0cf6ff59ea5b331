import { useEffect, useState } from "react";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { text } from "./text.ts";
import { followVersions } from "./versions.ts";

/** A new version waits until it is asked for: whoever is typing is not interrupted. */
export function UpdateLine() {
	const words = useWords(text);
	const [update, setUpdate] = useState<(() => Promise<void>) | null>(null);
	const [isUnderWay, setUnderWay] = useState(false);
	useEffect(() => (import.meta.env.PROD && import.meta.env.VITE_HOME === "server" ? followVersions((ready) => setUpdate(() => ready)) : undefined), []);
	if (!update) return null;
	const press = () => {
		setUnderWay(true);
		void update();
	};
	return (
		<Banner
			icon="refresh"
			action={
				<Button size="small" onClick={press} busy={isUnderWay}>
					{words.update}
				</Button>
			}
		>
			{words.ready}
		</Banner>
	);
}
