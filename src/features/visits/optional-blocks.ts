import { CapacitySection } from "./CapacitySection.tsx";
import { ConsentSection } from "./ConsentSection.tsx";
import { DocumentsSection } from "./DocumentsSection.tsx";
import { PartnerVisited } from "./PartnerVisited.tsx";
import { ProfileSection } from "./ProfileSection.tsx";
import { ReferralsSection } from "./ReferralsSection.tsx";
import { SignalsSection } from "./SignalsSection.tsx";
import { ToolsSection } from "./ToolsSection.tsx";

/** The blocks beyond the heading, the solutions and the next steps: fetched beside the form, not before it is drawn. */
export const optionalBlocks = {
	CapacitySection,
	ConsentSection,
	DocumentsSection,
	PartnerVisited,
	ProfileSection,
	ReferralsSection,
	SignalsSection,
	ToolsSection,
};
