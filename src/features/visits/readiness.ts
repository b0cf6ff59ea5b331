/** Block 4: what is judged from 0 (nothing) to 3 (ready). */
export const readinessFields = ["housingReadiness", "transportReadiness", "languagePlanReadiness", "mentoringReadiness", "inclusionReadiness"] as const;
export const readinessLevels = ["0", "1", "2", "3"] as const;
