import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { text } from "./text.ts";

/** « 714 octets », « 83 ko », « 2,4 Mo ». */
export function useSize(): (bytes: number) => string {
	const { sizes } = useWords(text);
	const { number } = useFormat();
	return (bytes) =>
		bytes < 1000 ? sizes.bytes(number(bytes)) : bytes < 1_000_000 ? sizes.kilo(number(Math.round(bytes / 1000))) : sizes.mega(number(bytes / 1_000_000));
}
