/** A one-page PDF of a few lines, byte for byte the same everywhere: its table of places is counted, not written by hand. */
function pdfOf(lines: readonly string[]): string {
	const stream = `BT /F1 12 Tf 72 720 Td 18 TL ${lines.map((line) => `(${line}) Tj T*`).join(" ")} ET`;
	const objects = [
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
	];
	let text = "%PDF-1.4\n";
	const places = objects.map((object, index) => {
		const place = text.length;
		text += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return `${String(place).padStart(10, "0")} 00000 n \n`;
	});
	return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}

const textBytes = (text: string) => new TextEncoder().encode(text);

export type DemonstrationFile = { fileName: string; title: string | null; kind: string; bytes: Uint8Array<ArrayBuffer>; sha256: string };

/** What the fictional region has on file: few contents, attached to many records, for a content is kept once. A test checks each hash. */
export const demonstrationFiles: readonly DemonstrationFile[] = [
	{
		fileName: "Plan d’embauche.pdf",
		title: "Postes prévus d’ici un an",
		kind: "pdf",
		bytes: textBytes(pdfOf(["Plan d'embauche", "Trois postes de jour au printemps, deux de soir cet automne.", "Document fictif de la demonstration."])),
		sha256: "f16ba67304b2dee36d2b0871412a57de28397f2e00588bdcfce79494a67195ed",
	},
	{
		fileName: "Description de poste.txt",
		title: null,
		kind: "txt",
		bytes: textBytes("Description de poste\r\n\r\nOpératrice ou opérateur de production, de jour, 40 heures.\r\nDocument fictif de la démonstration.\r\n"),
		sha256: "eccecb7ea2fc05815fb0df601744b4b187b67aabcde7fbbdf3b383ef2d0e269b",
	},
	{
		fileName: "Effectif par quart.csv",
		title: "Effectif remis lors de la visite",
		kind: "csv",
		bytes: textBytes("\uFEFFQuart;Personnes;Postes vacants\r\nJour;42;3\r\nSoir;27;4\r\nNuit;11;1\r\n"),
		sha256: "7343a20d18a1f71a09dcfbca8360978e8ea688b3e7505464548ce5dcca415ff8",
	},
	{
		fileName: "Services remis à l’employeur.pdf",
		title: null,
		kind: "pdf",
		bytes: textBytes(pdfOf(["Services aux employeurs", "Portail employeurs, Journees Quebec, francisation.", "Document fictif de la demonstration."])),
		sha256: "f3c4947d50405303d8fd543f22af8d5b74007d20e87844c4bf98c4b6deebc12d",
	},
];
