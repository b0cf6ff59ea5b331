const accents: Record<string, string> = { œ: "oe", æ: "ae" };
const smallWords = /^(inc|ltee|limitee|ltd|enr|senc|sencrl|cie|l|d|le|la|les|de|du|des|et)$/;

/** The same folding as the SQL function fold(): accents, ligatures, apostrophes, St/Ste, articles, legal suffixes (a test compares them). */
export function fold(value: string): string {
	const text = value
		.toLowerCase()
		.normalize("NFC")
		.replace(/[œæ]/g, (letter) => accents[letter] ?? letter)
		.replace(/[àâäáãå]/g, "a")
		.replace(/[éèêë]/g, "e")
		.replace(/[íìîï]/g, "i")
		.replace(/[óòôöõ]/g, "o")
		.replace(/[úùûü]/g, "u")
		.replace(/ç/g, "c")
		.replace(/ñ/g, "n")
		.replace(/[ÿý]/g, "y")
		.replace(/[’‘'`´\-–—.,;:()/&"«»\s]+/g, " ");
	return text
		.replace(/(^| )s e n c( r l)?(?= |$)/g, "$1")
		.split(" ")
		.filter((word) => word !== "" && !smallWords.test(word))
		.map((word) => (word === "st" ? "saint" : word === "ste" ? "sainte" : word))
		.join(" ");
}
