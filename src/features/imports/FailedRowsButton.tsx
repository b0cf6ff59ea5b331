import { getFailedImportRows } from "#contract/import-rows.ts";
import { download } from "#lib/download.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { text } from "./text.ts";

/** The rows in error alone, with the reason of each: corrected, they are brought again. */
export function FailedRowsButton({ id }: { id: string }) {
	const words = useWords(text).result;
	return (
		<Button variant="quiet" size="small" icon="download" onClick={() => void download(getFailedImportRows, { params: { id } })}>
			{words.failedRows}
		</Button>
	);
}
