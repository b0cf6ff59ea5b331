// Loaded with --import before everything else, and plain JavaScript: an older Node stops on the first .ts file with a message that helps nobody.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 22)) {
	console.error(
		`Jalon demande Node 22.22 ou plus récent et tourne ici sur Node ${process.versions.node}\u00A0: le téléchargement facultatif de Node par npm a échoué ou n’existe pas pour ce système\u00A0; refaites «\u00A0npm ci\u00A0» avec le réseau ou installez Node 24.`,
	);
	console.error(
		`Jalon needs Node 22.22 or later and runs here on Node ${process.versions.node}: npm's optional download of Node failed or does not exist for this system; run "npm ci" again with the network, or install Node 24.`,
	);
	process.exit(1);
}
