import { useRef } from "react";
import { documentExtensions } from "#contract/document-kinds.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { useMedia } from "#ui/use-media.ts";
import { text } from "./text.ts";

/** Files of the device; on a phone or a tablet, its camera too. */
export function AddButtons({ onFiles, disabledReason }: { onFiles: (files: File[]) => void; disabledReason: string | null }) {
	const words = useWords(text);
	const hasCamera = useMedia("(pointer: coarse)");
	const [files, camera] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
	const take = (input: HTMLInputElement) => {
		const chosen = [...(input.files ?? [])];
		// The same file, mended, may be chosen again.
		input.value = "";
		if (chosen.length > 0) onFiles(chosen);
	};
	return (
		<>
			{hasCamera && (
				<Button size="small" icon="plus" disabledReason={disabledReason} onClick={() => camera.current?.click()}>
					{words.photo}
				</Button>
			)}
			<Button size="small" icon="upload" disabledReason={disabledReason} onClick={() => files.current?.click()}>
				{words.add}
			</Button>
			<input ref={files} type="file" multiple hidden accept={documentExtensions.join(",")} onChange={({ target }) => take(target)} />
			<input ref={camera} type="file" hidden accept="image/*" capture="environment" onChange={({ target }) => take(target)} />
		</>
	);
}
