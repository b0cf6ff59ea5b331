/** The Échelle québécoise des niveaux de compétence en français; 0 when none is asked. */
export const frenchLevels: readonly number[] = Array.from({ length: 13 }, (_, level) => level);
