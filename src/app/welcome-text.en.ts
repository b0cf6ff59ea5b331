import type { fr } from "./welcome-text.fr.ts";

export const en: typeof fr = {
	title: "Home",
	headline: "Nothing to do here for your role",
	text: "Referrals and newcomer support are not in Jalon yet. Employer records are for counsellors and managers.",
};
