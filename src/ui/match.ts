/** One character without accent, case or ligature: É → e, œ → oe, ’ → '. */
const foldCharacter = (character: string) =>
	character.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace("œ", "oe").replace("æ", "ae").replace(/[’‘]/, "'");

export type MatchPart = { text: string; isMatch: boolean };

/** Cuts a label where the typed words occur, blind to accents and case, so that the match can be set in bold. */
export function matchParts(label: string, query: string): MatchPart[] {
	let folded = "";
	const origin: number[] = [];
	const characters = [...label.normalize("NFC")];
	characters.forEach((character, index) => {
		const plain = foldCharacter(character);
		folded += plain;
		for (let i = 0; i < plain.length; i++) origin.push(index);
	});
	const isBold = new Array<boolean>(characters.length).fill(false);
	for (const word of [...query.normalize("NFC")].map(foldCharacter).join("").split(/\s+/).filter(Boolean)) {
		const at = folded.indexOf(word);
		for (let i = at; at >= 0 && i < at + word.length; i++) isBold[origin[i] ?? 0] = true;
	}
	const parts: MatchPart[] = [];
	characters.forEach((character, index) => {
		const isMatch = Boolean(isBold[index]);
		const last = parts.at(-1);
		if (last && last.isMatch === isMatch) last.text += character;
		else parts.push({ text: character, isMatch });
	});
	return parts;
}
