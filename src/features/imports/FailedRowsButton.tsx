import { getFailedImportRows } from "#contract/imports.ts";
import { download } from "#lib/download.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { text } from "./text.ts";

/** The rows in error alone, with the reason of each: corrected, they are brought again. */
export function FailedRowsButton({ id }: { id: string }) {
	const words = useWords(text).result;
	const save = () => download(getFailedImportRows, { params: { id } }).catch((error: Error) => addToast({ tone: "error", text: errorSentence(error) }));
	return (
		<Button variant="quiet" size="small" icon="download" onClick={() => void save()}>
			{words.failedRows}
		</Button>
	);
}
