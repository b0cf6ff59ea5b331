import * as z from "zod/mini";

export const shortest = 12;

// The commonest beginnings of passwords, here and elsewhere: with figures and signs around them they stay the commonest.
const commonest =
	"password motdepasse azerty azertyuiop qwerty qwertyuiop letmein welcome bienvenue bonjour soleil princesse football hockey canadiens montreal quebec jetaime loulou doudou chouchou admin administrateur administration administrator iloveyou monkey dragon master superman batman secret changeme changezmoi jalon immigration conseillere conseiller longueuil"
		.split(" ")
		.sort((a, b) => b.length - a.length);
const runs = ["01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "azertyuiopqsdfghjklmwxcvbn", "qwertyuiopasdfghjklzxcvbnm"];

const plain = (value: string) =>
	value
		.toLowerCase()
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.replace(/[@4]/g, "a")
		.replace(/[3€]/g, "e")
		.replace(/[1!]/g, "i")
		.replace(/0/g, "o")
		.replace(/[5$]/g, "s");

/** Nothing left but common words, or one thing repeated, or keys in their order. */
export function isCommonPassword(password: string): boolean {
	const lower = password.toLowerCase();
	if (/^(.{1,4})\1+.{0,3}$/su.test(lower)) return true;
	if (runs.some((run) => run.includes(lower.slice(0, 10)))) return true;
	const rest = commonest.reduce((text, word) => text.replaceAll(word, ""), plain(password));
	return rest !== plain(password) && rest.replace(/[\d\W_ioeas]/g, "").length < 4;
}

/** Not made of the address one signs in with. */
export const resemblesEmail = (password: string, email: string) => {
	const name = plain(email.split("@")[0] ?? "").replace(/[^a-z]/g, "");
	return (
		name.length >= 4 &&
		plain(password)
			.replace(/[^a-z]/g, "")
			.replaceAll(name, "").length < 6 &&
		plain(password)
			.replace(/[^a-z]/g, "")
			.includes(name)
	);
};

/** Kept as typed, spaces included, in one Unicode form: the same keys give the same password on each device. */
const typed = z.string().check(
	z.overwrite((value) => value.normalize("NFKC")),
	z.maxLength(200),
);

/** A password one chooses. Length is what protects; no rule of capitals and signs (NIST SP 800-63B). */
export const newPassword = typed.check(
	z.minLength(shortest, { error: "password-short" }),
	z.refine((value) => value.length < shortest || !isCommonPassword(value), { error: "password-common" }),
);
/** A password one gives to enter: judged by its hash only. */
export const givenPassword = typed.check(z.minLength(1, { error: "required" }));
